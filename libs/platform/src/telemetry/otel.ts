import { AsyncLocalStorage } from 'node:async_hooks';
import {
  isSpanContextValid,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Span,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { scrub } from './scrub.js';
import { withTraceId } from './trace-id.js';
import type { OpenSpan, SpanFacts, Tracer } from './tracer.js';

/** A collector that does not answer must not keep a process from leaving. */
const EXPORT_MS = 3000;
const PAUSE_MS = 1000;

/** https://www.w3.org/TR/trace-context/#traceparent-header */
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** Loaded by `tracing.ts` alone, when there is somewhere to send spans to. */
export function openTracer(endpoint: string, service: string): Tracer {
  const exporter = new OTLPTraceExporter({
    url: `${endpoint}/v1/traces`,
    timeoutMillis: EXPORT_MS,
  });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': `yikou-${service}` }),
    spanProcessors: [
      new BatchSpanProcessor(exporter, {
        scheduledDelayMillis: PAUSE_MS,
        exportTimeoutMillis: EXPORT_MS,
      }),
    ],
  });
  const spans = provider.getTracer('yikou');
  // Our own storage rather than OpenTelemetry's global one: nothing else in the process takes part.
  const here = new AsyncLocalStorage<Context>();
  const open = (name: string, kind: SpanKind, parent: Context): OpenSpan => {
    const span = spans.startSpan(name, { kind }, parent);
    return opened(span, <T>(work: () => T) => here.run(trace.setSpan(parent, span), work));
  };
  return {
    openRequest: (method, traceparent) => open(method, SpanKind.SERVER, callerOf(traceparent)),
    open: (name) => open(name, SpanKind.INTERNAL, here.getStore() ?? ROOT_CONTEXT),
    headers: () => headersOf(trace.getSpan(here.getStore() ?? ROOT_CONTEXT)),
    close: () => provider.shutdown().catch(() => undefined),
  };
}

function opened(span: Span, run: <T>(work: () => T) => T): OpenSpan {
  const { traceId } = span.spanContext();
  return {
    traceId,
    within: (work) => run(() => withTraceId(traceId, work)),
    end: (facts, failure) => {
      for (const [name, value] of Object.entries(masked(facts ?? {}))) {
        if (name === 'name') span.updateName(String(value));
        else span.setAttribute(name, value);
      }
      if (failure !== undefined) {
        // The kind of error alone: its message may repeat what somebody entered.
        span.setAttribute('error.type', kindOf(failure));
        span.setStatus({ code: SpanStatusCode.ERROR });
      }
      span.end();
    },
  };
}

function masked(facts: SpanFacts): SpanFacts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'string' ? scrub(value) : value,
    ]),
  );
}

function kindOf(failure: unknown): string {
  const code = (failure as { code?: unknown } | null)?.code;
  if (typeof code === 'string' && /^[\w.]{1,60}$/.test(code)) return scrub(code);
  return failure instanceof Error ? failure.constructor.name : typeof failure;
}

function callerOf(traceparent: string | undefined): Context {
  const [, traceId = '', spanId = '', flags = ''] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  const caller = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
  return isSpanContextValid(caller) ? trace.setSpanContext(ROOT_CONTEXT, caller) : ROOT_CONTEXT;
}

function headersOf(span: Span | undefined): Record<string, string> {
  if (!span) return {};
  const { traceId, spanId, traceFlags } = span.spanContext();
  return { traceparent: `00-${traceId}-${spanId}-0${traceFlags & 1}` };
}
