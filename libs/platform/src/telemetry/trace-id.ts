import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<string>();

/** Whatever `work` logs, and whatever it starts, carries this trace id. */
export function withTraceId<T>(traceId: string, work: () => T): T {
  return storage.run(traceId, work);
}

/** The trace id of the request or the turn of a job that runs here. */
export function currentTraceId(): string | undefined {
  return storage.getStore();
}
