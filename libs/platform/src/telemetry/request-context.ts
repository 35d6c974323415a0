import { AsyncLocalStorage } from 'node:async_hooks';

/** What belongs to one request and would otherwise be handed through every signature. */
export interface RequestContext {
  traceId: string;
  /** Present on POSTs that carry an Idempotency-Key; consumed by the first transaction. */
  idempotency?: { accountId: string; key: string; requestHash: string; used: boolean };
}

const storage = new AsyncLocalStorage<RequestContext>();

export function runInContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

export function requestContext(): RequestContext | undefined {
  return storage.getStore();
}
