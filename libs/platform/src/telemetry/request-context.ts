import { AsyncLocalStorage } from 'node:async_hooks';
import type { Scope } from '../scope/scope.js';

/** What belongs to one request and would otherwise be handed through every signature. */
export interface RequestContext {
  traceId: string;
  /** On whose behalf the request reads and writes; without it no row is seen. */
  scope?: Scope;
  /** The declared action of the endpoint; it names the audit entry. */
  action?: string;
  /** Where the request came from. */
  address?: string;
  /** What the address of the request names, such as a case's id. */
  subjectId?: string;
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
