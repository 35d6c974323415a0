/** What may be told of a span: numbers, and words of our own making. Never a value somebody entered. */
export type SpanFacts = Record<string, string | number | boolean>;

/** A span that has begun and not yet ended. */
export interface OpenSpan {
  readonly traceId: string;
  /** What `work` starts or logs belongs to this span, also after an await. */
  within<T>(work: () => T): T;
  end(facts?: SpanFacts, failure?: unknown): void;
}

/** The part of OpenTelemetry that we use; `otel.ts` brings it, and only when it is asked for. */
export interface Tracer {
  openRequest(method: string, traceparent: string | undefined): OpenSpan;
  open(name: string): OpenSpan;
  /** For a call to another system. */
  headers(): Record<string, string>;
  close(): Promise<void>;
}
