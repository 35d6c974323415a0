import type { OpenSpan, Tracer } from './tracer.js';

let tracer: Tracer | undefined;

/**
 * Sends spans to `endpoint` from now on; without one nothing is loaded.
 *
 * @param service name under which this process appears in the traces
 * @returns sends what is left and stops
 */
export async function startTracing(
  endpoint: string | undefined,
  service: string,
): Promise<() => Promise<void>> {
  if (!endpoint) return async () => undefined;
  const { openTracer } = await import('./otel.js');
  const opened = openTracer(endpoint, service);
  tracer = opened;
  return async () => {
    tracer = undefined;
    await opened.close();
  };
}

/** A span around `work`; without tracing, `work` itself. */
export async function inSpan<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (!tracer) return work();
  const span = tracer.open(name);
  try {
    const answer = await span.within(work);
    span.end();
    return answer;
  } catch (error) {
    span.end({}, error);
    throw error;
  }
}

/** The span of a request, beneath its caller's where that one sent its place along. */
export function openRequestSpan(
  method: string,
  traceparent: string | undefined,
): OpenSpan | undefined {
  return tracer?.openRequest(method, traceparent);
}

/** Headers by which a system that we call joins the trace; none without tracing. */
export function traceHeaders(): Record<string, string> {
  return tracer?.headers() ?? {};
}
