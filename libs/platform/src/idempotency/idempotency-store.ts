import type { EntityManager } from 'typeorm';
import { ProblemError } from '../problem/problem-error.js';

export interface IdempotencyClaim {
  accountId: string;
  key: string;
  requestHash: string;
}

/**
 * Claims a key. A second request with the same key waits here on the unique index until the first
 * has committed, and then gets the first one's answer.
 *
 * @returns the stored answer, or undefined when the key is new
 * @throws ProblemError `idempotency.key_reused` (422) when the key came with another body
 */
export async function claimKey(
  tx: EntityManager,
  claim: IdempotencyClaim,
): Promise<{ response: unknown } | undefined> {
  const inserted: unknown[] = await tx.query(
    `INSERT INTO idempotency_keys (account_id, key, request_hash) VALUES ($1, $2, $3)
     ON CONFLICT DO NOTHING RETURNING key`,
    [claim.accountId, claim.key, claim.requestHash],
  );
  if (inserted.length > 0) return undefined;
  const [row]: { request_hash: string; response: unknown }[] = await tx.query(
    'SELECT request_hash, response FROM idempotency_keys WHERE account_id = $1 AND key = $2',
    [claim.accountId, claim.key],
  );
  if (row?.request_hash !== claim.requestHash) {
    throw new ProblemError(
      422,
      'idempotency.key_reused',
      '这个 Idempotency-Key 已用于另一请求，请换一个新的键再提交。',
    );
  }
  return { response: row.response };
}

/** Stores the answer beside the change it belongs to. */
export async function keepAnswer(
  tx: EntityManager,
  claim: IdempotencyClaim,
  answer: unknown,
): Promise<void> {
  await tx.query('UPDATE idempotency_keys SET response = $3 WHERE account_id = $1 AND key = $2', [
    claim.accountId,
    claim.key,
    JSON.stringify(answer ?? null),
  ]);
}

/** Answers are kept for a day; the worker forgets older ones, some at a time. */
export async function forgetKeysBefore(manager: EntityManager, instant: Date): Promise<void> {
  await manager.query(
    `DELETE FROM idempotency_keys WHERE ctid = ANY(ARRAY(
       SELECT ctid FROM idempotency_keys WHERE created_at < $1 LIMIT 5000))`,
    [instant],
  );
}
