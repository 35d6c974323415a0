import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { requestContext } from './request-context.js';

/** One JSON line per message, with the trace id of the request it belongs to. */
export function rootLogger(level: string, name: string): Logger {
  return pino({
    level,
    name,
    mixin: () => {
      const traceId = requestContext()?.traceId;
      return traceId ? { traceId } : {};
    },
    // Personal data never enters a log line; bodies are not logged at all, headers only by name.
    redact: ['req.headers.authorization', 'req.headers.cookie'],
  });
}

export class JsonLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.info({ context }, String(message));
  }
  error(message: unknown, stack?: string, context?: string): void {
    this.logger.error({ context, stack }, String(message));
  }
  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }
  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
}
