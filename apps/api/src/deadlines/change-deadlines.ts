import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  dueOf,
  localDateOf,
  onTheSpotDue,
  extensionComesInTime,
  settledStateOf,
  warnShareOf,
  type ClockChanges,
  type ClockStart,
  type DeadlineState,
  type Due,
  type WorkingCalendar,
} from '@yikou/domain';
import type { Tx } from '@yikou/platform';
import { DEADLINE_COLUMNS, limitOf, pausesOf, type DeadlineRow } from './deadline.row.js';
import type { DeadlineSubject } from './deadline.subject.js';
import { WorkingCalendarStore } from './working-calendar.store.js';
import { writeChanges, type DeadlineChange, type NewDeadline } from './write-deadlines.js';

/** Starts, stops, pauses and resumes the deadlines of one subject, in the caller's transaction. */
@Injectable()
export class ChangeDeadlines {
  constructor(private readonly calendars: WorkingCalendarStore) {}

  /**
   * Writes what `changes` says. The caller holds the lock of the subject.
   *
   * @returns all deadlines of the subject as they stand afterwards
   */
  async run(
    tx: Tx,
    subject: DeadlineSubject,
    changes: ClockChanges,
    now: Date,
  ): Promise<DeadlineRow[]> {
    const calendar = await this.calendars.calendar();
    const rows: DeadlineRow[] = await tx.query(
      `SELECT ${DEADLINE_COLUMNS} FROM deadlines d WHERE d.subject_id = $1 ORDER BY d.started_at, d.id
       FOR UPDATE OF d`,
      [subject.id],
    );
    const changed = rows
      .filter((row) => row.closed_at === null)
      .map((row) => changeOf(row, changes, now, calendar))
      .filter((change) => change !== undefined);
    const started = changes.start.map((start) => newDeadline(start, subject, now, calendar));
    const unitIds = unitsOf(rows, subject, changes);
    const moved = isMoved(rows, changed, changes.holderUnitId, now);
    if (changed.length + started.length === 0 && !moved) return rows;
    const newOwner = moved ? changes.holderUnitId : null;
    await writeChanges(tx, subject, { changed, started, newOwner, unitIds }, now);
    return tx.query(
      `SELECT ${DEADLINE_COLUMNS} FROM deadlines d WHERE d.subject_id = $1 ORDER BY d.started_at, d.due_at`,
      [subject.id],
    );
  }
}

function unitsOf(
  rows: readonly DeadlineRow[],
  { unitId }: DeadlineSubject,
  { holderUnitId, start }: ClockChanges,
): string[] {
  const owners = start.map(({ ownerUnitId }) => ownerUnitId);
  return [...new Set([...rows.flatMap((row) => row.unit_ids), unitId, holderUnitId, ...owners])];
}

/** What ends with this verb, or is late already, stays with whoever had it: a delay is theirs (R60). */
function isMoved(
  rows: readonly DeadlineRow[],
  changed: readonly DeadlineChange[],
  holderUnitId: string,
  now: Date,
): boolean {
  const ending = new Set(changed.filter(({ closed }) => closed).map(({ row }) => row.id));
  const isLate = ({ state, due_at }: DeadlineRow) =>
    settledStateOf({ state, dueAt: due_at }, 'MET', now) === 'MISSED';
  return rows.some(
    (row) =>
      // Who holds the case sees how its time was counted so far, late or not.
      !row.unit_ids.includes(holderUnitId) ||
      (!row.closed_at &&
        row.part === null &&
        !ending.has(row.id) &&
        !isLate(row) &&
        row.owner_unit_id !== holderUnitId),
  );
}

function changeOf(
  row: DeadlineRow,
  changes: ClockChanges,
  now: Date,
  calendar: WorkingCalendar,
): DeadlineChange | undefined {
  const facts = { state: row.state, dueAt: row.due_at };
  const meant = row.part === null || changes.part === undefined || row.part === changes.part;
  if (changes.stop === 'ALL' || (meant && changes.stop.includes(row.kind))) {
    const state = settledStateOf(facts, changes.stopAs, now);
    return { row, state, closed: true, dueAt: row.due_at, warnAt: row.warn_at };
  }
  if (row.limit_unit === 'MINUTE') return undefined;
  const { extend } = changes;
  if (extend && meant && extend.kinds.includes(row.kind)) {
    extensionComesInTime(facts, now);
    const longer = { ...row, extended_by: row.extended_by + extend.by };
    const due = dueBy(longer, now, calendar);
    return { row: longer, state: row.state, closed: false, extended: true, ...due };
  }
  if (changes.pause && row.state === 'RUNNING') {
    const late = settledStateOf(facts, 'MET', now) === 'MISSED';
    const state: DeadlineState = late ? 'MISSED' : 'PAUSED';
    return { row, state, closed: false, dueAt: row.due_at, warnAt: row.warn_at };
  }
  return changes.resume && row.state === 'PAUSED' ? resumed(row, now, calendar) : undefined;
}

/** T11: the due date comes from the pauses, never from adding to the old one. */
function resumed(row: DeadlineRow, now: Date, calendar: WorkingCalendar): DeadlineChange {
  return { row, state: 'RUNNING', closed: false, ...dueBy(row, now, calendar) };
}

function dueBy(row: DeadlineRow, now: Date, calendar: WorkingCalendar): Due {
  const pauses = pausesOf(row).map((pause) => ({ ...pause, until: pause.until ?? now }));
  const options = { pauses, warnShare: warnShareOf(row.kind) };
  return dueOf(limitOf(row), row.started_at, calendar, options);
}

function newDeadline(
  start: ClockStart,
  subject: DeadlineSubject,
  now: Date,
  calendar: WorkingCalendar,
): NewDeadline {
  const from = start.startedAt ?? now;
  const due = dueOf(start.limit, from, calendar, { warnShare: warnShareOf(start.kind) });
  if (start.kind !== 'ON_THE_SPOT') return { id: randomUUID(), ...start, ...due };
  const { dueAt, warnAt } = onTheSpotDue(
    now,
    start.limit.amount,
    subject.hours,
    calendar.isWorkingDay(localDateOf(now)),
    warnShareOf(start.kind),
  );
  return { id: randomUUID(), ...start, dueAt, warnAt, provisional: due.provisional };
}
