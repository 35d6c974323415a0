import {
  recalculated,
  startOfLocalDay,
  endOfLocalDay,
  type DeadlineKind,
  type DeadlineState,
  type LimitUnit,
  type Recalculated,
  type WorkingCalendar,
} from '@yikou/domain';
import type { Tx } from '@yikou/platform';
import { pausesOf } from '../deadline.row.js';

/** Deadlines looked at in one transaction. */
const BATCH = 2000;

/** Where a walk stands. */
export interface Walk {
  first_day: string;
  last_day: string;
  seen_up_to: string | null;
}

interface Candidate {
  id: string;
  version: number;
  subject_id: string;
  kind: DeadlineKind;
  state: DeadlineState;
  limit_amount: number;
  limit_unit: LimitUnit;
  started_at: Date;
  due_at: Date;
  provisional: boolean;
  area_path: string;
  pauses: { from: string; until: string | null }[];
}

/** A deadline that the calendar moves, or whose provisional mark it changes. */
export interface Move extends Recalculated {
  id: string;
  version: number;
  subjectId: string;
  wasDueAt: Date;
  areaPath: string;
}

/**
 * Only what has not ended, counts days, and touches a changed day: it started before the last of them
 * ended and was due at the first of them or later. With N = 0 the day of the start counts as well.
 */
const TOUCHED = `closed_at IS NULL AND limit_unit <> 'MINUTE' AND due_at > $1 AND started_at < $2`;

function span({ first_day, last_day }: Walk): [Date, Date] {
  return [startOfLocalDay(first_day), endOfLocalDay(last_day)];
}

/** How many deadlines a walk looks at. */
export async function countTouched(tx: Tx, walk: Walk): Promise<number> {
  const [row]: { count: number }[] = await tx.query(
    `SELECT count(*)::int AS count FROM deadlines WHERE ${TOUCHED}`,
    span(walk),
  );
  return row?.count ?? 0;
}

/**
 * The next deadlines of a walk and what becomes of them.
 *
 * @returns the ids in order, and of them the ones that move
 */
export async function nextMoves(
  tx: Tx,
  walk: Walk,
  calendar: WorkingCalendar,
  now: Date,
): Promise<{ ids: string[]; moves: Move[] }> {
  const rows: Candidate[] = await tx.query(
    `SELECT d.id, d.version, d.subject_id, d.kind, d.state, d.limit_amount, d.limit_unit, d.started_at, d.due_at,
       d.provisional, d.area_path, coalesce((SELECT json_agg(json_build_object('from', p.paused_from,
         'until', p.paused_until) ORDER BY p.paused_from)
         FROM deadline_pauses p WHERE p.deadline_id = d.id), '[]') AS pauses
     FROM deadlines d WHERE ${TOUCHED} AND ($3::uuid IS NULL OR d.id > $3)
     ORDER BY d.id LIMIT $4`,
    [...span(walk), walk.seen_up_to, BATCH],
  );
  const moves = rows.flatMap((row) => moveOf(row, calendar, now) ?? []);
  return { ids: rows.map(({ id }) => id), moves };
}

function moveOf(row: Candidate, calendar: WorkingCalendar, now: Date): Move | undefined {
  const { id, version, subject_id: subjectId, due_at: wasDueAt, area_path: areaPath } = row;
  const limit = { amount: row.limit_amount, unit: row.limit_unit };
  const { kind, state, started_at: startedAt, provisional } = row;
  const pauses = pausesOf(row);
  const open = { kind, state, limit, startedAt, dueAt: wasDueAt, provisional, pauses };
  const after = recalculated(open, calendar, now);
  return after ? { ...after, id, version, subjectId, wasDueAt, areaPath } : undefined;
}
