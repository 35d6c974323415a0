import type { WorkingCalendar } from './calendar.js';
import { deadlineError } from './errors.js';
import { DAY_MS, endOfLocalDay, localDateOf, startOfLocalDay } from './local-date.js';
import type { Limit } from './limit.js';
import type { DateSpan } from './pause.js';
import { type DayUnit, nthRunningDayAfter } from './running-day.js';

export interface WarnFacts {
  limit: Limit;
  startedAt: Date;
  dueAt: Date;
  /** 0..1 */
  share: number;
  swallowed: readonly DateSpan[];
}

/** 0.07 of 100 days is 7 days, not 7.000000000000001: Friday 24:00, not Monday 00:00. */
const POSITION_STEPS = 1e9;

/**
 * When the amber light comes on: at the share of the limit, measured on the days that count. The
 * position is share × N; its whole part is days already gone, its fraction that part of the next
 * counted day's 24 hours. A whole position is the end of that day, and day 0 is the start date.
 * With N = 0 or MINUTE the share is of the wall time. Never before the start, never after the due.
 *
 * @throws DomainError `deadline.warn_share_invalid`
 */
export function warnAtOf(facts: WarnFacts, calendar: WorkingCalendar): Date {
  const { limit, startedAt, dueAt, share } = facts;
  if (!(share >= 0 && share <= 1)) {
    throw deadlineError('deadline.warn_share_invalid', String(share));
  }
  const { amount, unit } = limit;
  const warnMs =
    amount === 0 || unit === 'MINUTE'
      ? startedAt.getTime() + share * (dueAt.getTime() - startedAt.getTime())
      : warnOnRunningDays(amount, unit, facts, calendar);
  return new Date(Math.round(warnMs));
}

function warnOnRunningDays(
  days: number,
  unit: DayUnit,
  { startedAt, share, swallowed }: WarnFacts,
  calendar: WorkingCalendar,
): number {
  const start = localDateOf(startedAt);
  const position = Math.round(share * days * POSITION_STEPS) / POSITION_STEPS;
  const whole = Math.floor(position);
  const fraction = position - whole;
  if (fraction > 0) {
    const day = nthRunningDayAfter(start, whole + 1, unit, swallowed, calendar);
    return startOfLocalDay(day).getTime() + fraction * DAY_MS;
  }
  const day = whole === 0 ? start : nthRunningDayAfter(start, whole, unit, swallowed, calendar);
  return endOfLocalDay(day).getTime();
}
