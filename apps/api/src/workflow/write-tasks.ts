import { randomUUID } from 'node:crypto';
import type { Tx } from '@yikou/platform';
import type { Writing } from './writing.js';

/** What becomes of the tasks in hand, in one statement however many there are. */
export async function writeTasks(tx: Tx, { decision, now, input }: Writing): Promise<void> {
  const { tasks } = decision;
  const rows = tasks.map(({ id, to, assigneeId }) => ({ id, state: to, assignee_id: assigneeId }));
  await tx.query(
    `UPDATE tasks t SET state = c.state, assignee_id = c.assignee_id,
       claimed_at = CASE c.state WHEN 'CLAIMED' THEN $2::timestamptz WHEN 'OPEN' THEN NULL ELSE t.claimed_at END,
       done_at = CASE WHEN c.state IN ('DONE','CANCELLED') THEN $2::timestamptz END, opinion = $3
     FROM jsonb_to_recordset($1::jsonb) AS c(id uuid, state text, assignee_id uuid) WHERE t.id = c.id`,
    [JSON.stringify(rows), now, input.opinion ?? null],
  );
}

/** The next units get their tasks at the same instant (R74), and with them sight of the case. */
export async function openTasks(tx: Tx, { row, decision, now }: Writing): Promise<void> {
  const rows = decision.open.map(({ stageIndex, stage }) => ({
    id: randomUUID(),
    stage_index: stageIndex,
    name: stage.name,
    unit_id: stage.unitId,
  }));
  await tx.query(
    `WITH o AS (SELECT * FROM jsonb_to_recordset($1::jsonb)
         AS o(id uuid, stage_index int, name text, unit_id uuid)),
       part AS (INSERT INTO case_units (case_id, unit_id, registered_at)
         SELECT DISTINCT $2::uuid, unit_id, $4::timestamptz FROM o ON CONFLICT DO NOTHING)
     INSERT INTO tasks (id, case_id, stage_index, name, unit_id, state, opened_at)
     SELECT id, $2, stage_index, name, unit_id, 'OPEN', $3 FROM o`,
    [JSON.stringify(rows), row.id, now, row.registered_at],
  );
}
