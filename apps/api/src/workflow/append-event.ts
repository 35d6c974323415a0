import type { Tx } from '@yikou/platform';

export interface NewCaseEvent {
  caseId: string;
  verb: string;
  at: Date;
  accountId: string | null;
  unitId: string | null;
  fromState: string | null;
  toState: string;
  data: Record<string, unknown>;
}

/** Appends to a case's history. The caller holds the lock of the case, so the numbers have no gap. */
export async function appendEvent(tx: Tx, event: NewCaseEvent): Promise<void> {
  await tx.query(
    `INSERT INTO case_events (case_id, seq, verb, at, account_id, unit_id, from_state, to_state, data)
     SELECT $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, $6, $7, $8 FROM case_events WHERE case_id = $1`,
    [
      event.caseId,
      event.verb,
      event.at,
      event.accountId,
      event.unitId,
      event.fromState,
      event.toState,
      JSON.stringify(event.data),
    ],
  );
}
