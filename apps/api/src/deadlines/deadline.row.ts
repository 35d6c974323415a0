import {
  lightOf,
  remainingOf,
  type DeadlineKind,
  type DeadlineState,
  type Limit,
  type LimitUnit,
  type Pause,
  type WorkingCalendar,
} from '@yikou/domain';
import type { DeadlineDto } from './deadlines.dto.js';

/** A deadline with its pauses, as read from the database. */
export interface DeadlineRow {
  id: string;
  subject_id: string;
  reference: string;
  title: string;
  kind: DeadlineKind;
  state: DeadlineState;
  limit_amount: number;
  limit_unit: LimitUnit;
  extended_by: number;
  part: number | null;
  started_at: Date;
  due_at: Date;
  warn_at: Date;
  provisional: boolean;
  owner_unit_id: string;
  owner_unit_name: string;
  unit_ids: string[];
  warned_at: Date | null;
  missed_at: Date | null;
  closed_at: Date | null;
  pauses: { from: string; until: string | null }[];
}

export const DEADLINE_COLUMNS = `d.id, d.subject_id, d.reference, d.title, d.kind, d.state, d.limit_amount,
  d.limit_unit, d.extended_by, d.part, d.started_at, d.due_at, d.warn_at, d.provisional, d.owner_unit_id, d.unit_ids, d.warned_at, d.missed_at,
  d.closed_at, (SELECT u.name FROM units u WHERE u.id = d.owner_unit_id) AS owner_unit_name,
  coalesce((SELECT json_agg(json_build_object('from', p.paused_from, 'until', p.paused_until)
    ORDER BY p.paused_from) FROM deadline_pauses p WHERE p.deadline_id = d.id), '[]') AS pauses`;

export function pausesOf(row: Pick<DeadlineRow, 'pauses'>): Pause[] {
  return row.pauses.map(({ from, until }) => ({
    from: new Date(from),
    until: until === null ? null : new Date(until),
  }));
}

/** 行政许可法 §42: the limit with what it was extended by. */
export function limitOf({ limit_amount, limit_unit, extended_by }: LimitColumns): Limit {
  return { amount: limit_amount + extended_by, unit: limit_unit };
}

type LimitColumns = Pick<DeadlineRow, 'limit_amount' | 'limit_unit' | 'extended_by'>;

/** The deadline as the caller sees it at `now`. */
export function drawDeadline(row: DeadlineRow, now: Date, calendar: WorkingCalendar): DeadlineDto {
  const pauses = pausesOf(row);
  const pausedAt = row.state === 'PAUSED' ? (pauses.at(-1)?.from ?? null) : null;
  const facts = { state: row.state, warnAt: row.warn_at, dueAt: row.due_at, pausedAt };
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    light: lightOf(facts, now),
    subjectId: row.subject_id,
    reference: row.reference,
    title: row.title,
    limitAmount: row.limit_amount,
    limitUnit: row.limit_unit,
    extendedBy: row.extended_by,
    startedAt: row.started_at,
    dueAt: row.due_at,
    warnAt: row.warn_at,
    provisional: row.provisional,
    warnedAt: row.warned_at,
    missedAt: row.missed_at,
    closedAt: row.closed_at,
    ownerUnitId: row.owner_unit_id,
    ownerUnitName: row.owner_unit_name,
    remainingWorkingDays: row.closed_at
      ? 0
      : remainingOf({ dueAt: row.due_at, startedAt: row.started_at }, now, calendar),
    pauses,
  };
}
