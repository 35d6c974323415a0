import { randomUUID } from 'node:crypto';
import type { HandoverKind, OriginalState } from '@yikou/domain';
import { noteChange, type Tx } from '@yikou/platform';

export interface NewHandover {
  caseId: string;
  kind: HandoverKind;
  fromUnitId: string | null;
  toUnitId: string | null;
  purpose: string;
  handedAt: Date;
  handedById: string;
  /** Null while the receiver has still to answer. */
  acceptedAt: Date | null;
}

/**
 * Writes one link of the chain with its originals. The caller has moved those before, and holds the lock of
 * the case, so that the links have an order.
 */
export async function writeHandover(
  tx: Tx,
  handover: NewHandover,
  originalIds: readonly string[],
): Promise<string> {
  const id = randomUUID();
  const { caseId, kind, fromUnitId, toUnitId } = handover;
  const { purpose, handedAt, handedById, acceptedAt } = handover;
  await tx.query(
    `INSERT INTO custody_handovers (id, case_id, seq, kind, from_unit_id, to_unit_id, purpose, handed_at,
       handed_by_id, accepted_at, answered_by_id)
     SELECT $1, $2, coalesce(max(seq), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10
     FROM custody_handovers WHERE case_id = $2`,
    [
      ...[id, caseId, kind, fromUnitId, toUnitId, purpose, handedAt, handedById, acceptedAt],
      acceptedAt && handedById,
    ],
  );
  await tx.query(
    `INSERT INTO custody_handover_originals (handover_id, original_id, case_id)
     SELECT $1, o, $3 FROM unnest($2::uuid[]) AS o`,
    [id, originalIds, handover.caseId],
  );
  const after = { caseId, kind, fromUnitId, toUnitId, originals: originalIds.length };
  noteChange(tx, { kind: 'custody', id, after });
  return id;
}

export async function moveOriginals(
  tx: Tx,
  originalIds: readonly string[],
  state: OriginalState,
  unitId: string,
): Promise<void> {
  await tx.query('UPDATE custody_originals SET state = $2, unit_id = $3 WHERE id = ANY($1)', [
    originalIds,
    state,
    unitId,
  ]);
}

export interface LockedOriginal {
  id: string;
  position: number;
  state: OriginalState;
  unitId: string;
}

/** Under the lock of the case, and with their own, nobody else moves them meanwhile. */
export function lockedOriginals(
  tx: Tx,
  caseId: string,
  ids: readonly string[],
): Promise<LockedOriginal[]> {
  return tx.query(
    `SELECT id, position, state, unit_id AS "unitId" FROM custody_originals
     WHERE case_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE`,
    [caseId, ids],
  );
}
