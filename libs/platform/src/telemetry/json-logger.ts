import { format } from 'node:util';
import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type LogFn, type Logger } from 'pino';
import { requestContext } from './request-context.js';
import { scrub } from './scrub.js';
import { currentTraceId } from './trace-id.js';

/** What a line may hold beside its text. Anything else stays out, whoever hands it over. */
const FIELDS = [
  'traceId',
  'context',
  'stack',
  'method',
  'route',
  'status',
  'ms',
  'aborted',
  'accountId',
];

/**
 * One JSON line per message, with the trace id of the request or job it belongs to. Fields come in by
 * the list above alone, and every text is scrubbed: nobody has to remember what must not be logged.
 */
export function rootLogger(level: string, name: string, to?: DestinationStream): Logger {
  const options = {
    level,
    name,
    mixin: () => {
      const traceId = currentTraceId() ?? requestContext()?.traceId;
      return traceId ? { traceId } : {};
    },
    formatters: { log: allowed },
    hooks: { logMethod: scrubbed },
  };
  return to ? pino(options, to) : pino(options);
}

function allowed(fields: Record<string, unknown>): Record<string, unknown> {
  const known = FIELDS.filter((field) => fields[field] !== undefined && fields[field] !== null);
  return Object.fromEntries(known.map((field) => [field, shown(field, fields[field])]));
}

/** Our own ids look like secrets, so the trace id passes as it is when it has the form of one. */
function shown(field: string, value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const text = String(value);
  return field === 'traceId' && /^[0-9a-f-]{32,36}$/.test(text) ? text : scrub(text);
}

function scrubbed(this: Logger, args: Parameters<LogFn>, method: LogFn): void {
  const [first, ...rest] = args as unknown[];
  if (first instanceof Error) {
    const text = rest.length > 0 ? format(...rest) : first.message;
    method.call(this, { stack: first.stack }, scrub(text));
  } else if (typeof first === 'object' && first !== null) {
    method.call(this, first, rest.length > 0 ? scrub(format(...rest)) : undefined);
  } else {
    method.call(this, scrub(format(...args)));
  }
}

/** What NestJS and our classes log through. */
export class JsonLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.info({ context }, String(message));
  }
  error(message: unknown, stack?: string, context?: string): void {
    const trail = stack ?? (message instanceof Error ? message.stack : undefined);
    this.logger.error({ context, stack: trail }, String(message));
  }
  fatal(message: unknown, stack?: string, context?: string): void {
    this.logger.fatal({ context, stack }, String(message));
  }
  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }
  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
}
