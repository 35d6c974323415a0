import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { withTraceId } from '../../telemetry/trace-id.js';
import type { OpenSpan } from '../../telemetry/tracer.js';
import { openRequestSpan } from '../../telemetry/tracing.js';
import type { PrincipalOf } from '../rates/account-limit.interceptor.js';
import { routePattern } from './route-pattern.js';

/** What is told of a request once its answer is out: nothing that somebody entered. */
export interface FinishedRequest {
  traceId: string;
  method: string;
  route: string;
  status: number;
  ms: number;
  /** The caller went away before the answer was out. */
  aborted: boolean;
  accountId: string | undefined;
}

export interface RequestObserver {
  began?(request: FastifyRequest): void;
  finished(finished: FinishedRequest, request: FastifyRequest): void;
}

const spans = new WeakMap<IncomingMessage, OpenSpan>();

/** The id of a request, which is its trace id wherever it is shown. */
export function requestId(raw: IncomingMessage): string {
  const { traceparent } = raw.headers;
  const span = openRequestSpan(
    raw.method ?? 'GET',
    typeof traceparent === 'string' ? traceparent : undefined,
  );
  if (!span) return randomUUID();
  spans.set(raw, span);
  return span.traceId;
}

/** Tells the observers of every request as it begins and ends, and lets all it does carry its trace id. */
export class RequestWatch {
  constructor(
    private readonly principalOf: PrincipalOf,
    private readonly observers: readonly RequestObserver[],
  ) {}

  attachTo(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', (request, reply, done) => {
      this.begin(request, reply);
      inPlaceOf(request, done);
    });
  }

  /** For a request that the router refused before any hook. */
  begin(request: FastifyRequest, reply: FastifyReply): void {
    const startedAt = performance.now();
    for (const observer of this.observers) observer.began?.(request);
    // Not Fastify's onResponse: that is silent when the caller goes away.
    reply.raw.once('close', () => this.finish(request, reply, performance.now() - startedAt));
  }

  private finish(request: FastifyRequest, reply: FastifyReply, ms: number): void {
    const finished = {
      traceId: request.id,
      method: request.method,
      route: routePattern(request),
      status: reply.raw.statusCode,
      ms: Math.round(ms * 10) / 10,
      aborted: !reply.raw.writableFinished,
      accountId: this.principalOf(request),
    };
    for (const observer of this.observers) observer.finished(finished, request);
    endSpan(request.raw, finished);
  }
}

function inPlaceOf(request: FastifyRequest, work: () => void): void {
  const span = spans.get(request.raw);
  if (span) span.within(work);
  else withTraceId(request.id, work);
}

function endSpan(raw: IncomingMessage, { method, route, status, aborted }: FinishedRequest): void {
  const facts = {
    name: `${method} ${route}`,
    'http.request.method': method,
    'http.route': route,
    'http.response.status_code': status,
  };
  const failed = status >= 500 ? { code: String(status) } : undefined;
  spans.get(raw)?.end(facts, aborted ? { code: 'aborted' } : failed);
}
