import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** Puts deadlines of one case straight into the table, each due at its own instant. */
export async function plantDeadlines(
  sql: DataSource,
  caseId: string,
  dueAt: readonly Date[],
): Promise<void> {
  await sql.query(
    `INSERT INTO deadlines (id, subject_id, reference, title, kind, state, limit_amount, limit_unit, started_at,
       due_at, warn_at, provisional, owner_unit_id, subject_unit_id, unit_ids, area_path)
     SELECT p.id, c.id, c.number, c.item_name, 'TASK', 'RUNNING', 1, 'WORKING_DAY', c.registered_at,
       p.due_at, p.due_at - interval '1 second', false, c.taking_unit_id, c.taking_unit_id, ARRAY[c.taking_unit_id], c.area_path
     FROM jsonb_to_recordset($2::jsonb) AS p(id uuid, due_at timestamptz), cases c WHERE c.id = $1`,
    [caseId, JSON.stringify(dueAt.map((due) => ({ id: randomUUID(), due_at: due })))],
  );
}

export interface FlagCounts {
  missed: number;
  events: number;
  news: number;
  /** Longest time from due to flagged, in seconds. */
  latest: number;
}

/** What was flagged, counted in three places that must agree. */
export async function flagCounts(sql: DataSource, caseId: string): Promise<FlagCounts> {
  const [row]: FlagCounts[] = await sql.query(
    `SELECT (SELECT count(*)::int FROM deadlines WHERE subject_id = $1 AND state = 'MISSED') AS missed,
       (SELECT count(*)::int FROM deadline_events e JOIN deadlines d ON d.id = e.deadline_id
        WHERE d.subject_id = $1 AND e.kind = 'MISSED') AS events,
       (SELECT count(*)::int FROM outbox WHERE subject_id = $1 AND topic = 'deadline.missed') AS news,
       (SELECT coalesce(max(extract(epoch FROM missed_at - due_at)), 0)::float FROM deadlines
        WHERE subject_id = $1) AS latest`,
    [caseId],
  );
  if (!row) throw new Error('no counts');
  return row;
}
