import type { EntityManager } from 'typeorm';
import { appendAudit } from '../audit/append-audit.js';
import { isSystem, type Scope } from '../scope/scope.js';
import { requestContext } from '../telemetry/request-context.js';
import { changesOf } from './changes.js';

/** The chain of what our own machinery does. */
const SYSTEM_CHAIN = 'system';

/**
 * Writes the one audit entry of a transaction, at its end: the chain is locked from here to the commit
 * and no longer. What a person does leaves an entry whatever the verb notes; what the machinery does
 * leaves one where it noted a change.
 */
export async function auditChanges(tx: EntityManager, scope: Scope, at: Date): Promise<void> {
  const changes = changesOf(tx);
  if (isSystem(scope) && changes.length === 0) return;
  const context = requestContext();
  const [first] = changes;
  await appendAudit(tx, {
    ...whoOf(scope),
    at,
    action: context?.action ?? (isSystem(scope) ? scope.system : 'unnamed'),
    address: context?.address ?? null,
    traceId: context?.traceId ?? null,
    subjectKind: first?.kind ?? null,
    subjectId: first?.id ?? context?.subjectId ?? null,
    reason: changes.find(({ reason }) => reason)?.reason ?? null,
    changes,
  });
}

function whoOf(scope: Scope) {
  if (isSystem(scope)) return { chain: SYSTEM_CHAIN, actor: scope.system };
  const { accountId, unitId, areaPath, name } = scope;
  return { chain: unitId, accountId, unitId, areaPath, actor: name };
}
