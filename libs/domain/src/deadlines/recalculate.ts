import type { WorkingCalendar } from './calendar.js';
import { warnShareOf } from './deadline.js';
import { dueOf } from './due.js';
import type { DeadlineKind } from './kind.js';
import type { Limit } from './limit.js';
import type { Pause } from './pause.js';
import type { DeadlineState } from './remaining.js';

/** What a deadline that has not ended is counted from. */
export interface OpenDeadline {
  kind: DeadlineKind;
  state: DeadlineState;
  limit: Limit;
  startedAt: Date;
  dueAt: Date;
  provisional: boolean;
  pauses: readonly Pause[];
}

/** How a deadline stands after the calendar was changed. */
export interface Recalculated {
  dueAt: Date;
  warnAt: Date;
  provisional: boolean;
  /** The due instant is another one; else only the provisional mark is. */
  moves: boolean;
  /** The new due instant has passed already: the next sweep flags it. */
  becomesLate: boolean;
  /** It was flagged overdue and is in time again by the changed calendar. */
  isRelieved: boolean;
}

/**
 * What a changed calendar makes of an open deadline (T12); null when nothing. Minutes are counted within
 * one day and are left alone. A clock that stands still is counted up to where it stopped: resuming adds
 * its pause, as ever (T11).
 *
 * @throws the same DomainErrors as `dueOf`
 */
export function recalculated(
  deadline: OpenDeadline,
  calendar: WorkingCalendar,
  now: Date,
): Recalculated | null {
  const { kind, state, limit, startedAt } = deadline;
  if (limit.unit === 'MINUTE') return null;
  const pauses = deadline.pauses.map(({ from, until }) => ({ from, until: until ?? from }));
  const due = dueOf(limit, startedAt, calendar, { pauses, warnShare: warnShareOf(kind) });
  const moves = due.dueAt.getTime() !== deadline.dueAt.getTime();
  if (!moves && due.provisional === deadline.provisional) return null;
  const late = due.dueAt.getTime() <= now.getTime();
  return {
    ...due,
    moves,
    becomesLate: late && state === 'RUNNING' && deadline.dueAt.getTime() > now.getTime(),
    isRelieved: !late && state === 'MISSED',
  };
}
