import type { Tx } from '../database/transactions.js';

/** News that leaves a transaction: what happened, to whom, and what a listener needs. */
export interface News {
  topic: string;
  subjectId: string;
  payload: Record<string, unknown>;
}

/** Writes news in the transaction that makes them true; nothing is sent before it commits. */
export async function announce(tx: Tx, news: readonly News[]): Promise<void> {
  if (news.length === 0) return;
  await tx.query(
    `INSERT INTO outbox (topic, subject_id, payload)
     SELECT n.topic, n.subject_id, n.payload
     FROM jsonb_to_recordset($1::jsonb) AS n(topic text, subject_id uuid, payload jsonb)`,
    [
      JSON.stringify(
        news.map(({ topic, subjectId, payload }) => ({ topic, subject_id: subjectId, payload })),
      ),
    ],
  );
}
