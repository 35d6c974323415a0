import type { WorkingCalendar } from './calendar.js';
import { addDays, addMinutes, endOfLocalDay, type LocalDate, localDateOf } from './local-date.js';
import { assertLimitIsPossible, type Limit } from './limit.js';
import { type DateSpan, type Pause, swallowedSpans } from './pause.js';
import { nthRunningDayAfter, sameOrNextRunningWorkingDay } from './running-day.js';
import { warnAtOf } from './warn.js';

export interface Due {
  dueAt: Date;
  warnAt: Date;
  /** Depends on a year whose holidays are not published yet; recomputed at import (T1, T12). */
  provisional: boolean;
}

export interface DueOptions {
  pauses?: readonly Pause[];
  /** The share of the limit after which the amber light comes on, 0..1. */
  warnShare: number;
  /** Where an open pause is taken to end: the due date as if the clock went on at that instant. */
  asOf?: Date;
}

/**
 * When a limit ends.
 *
 * THE ONE RULE (D3, D4, 民法典 §201–203): a limit of N days is N day-ends (24:00 Asia/Shanghai)
 * that pass while the clock runs. Only days after the local date of the start count — the day of
 * acceptance does not — and of them only working days for WORKING_DAY, every day for CALENDAR_DAY.
 * The limit ends at the Nth such day-end and is stored as that instant.
 *
 * - A pause [from, until) swallows exactly the day-ends inside it: day d if and only if
 *   localDate(from) <= d < localDate(until). So pausing never shortens a limit, a pause over k
 *   whole working days moves its end by exactly k, one within a day moves nothing, and pauses that
 *   overlap count once (T8). The due date always comes from the rows (T11).
 * - A CALENDAR_DAY limit whose last day is a rest day ends at 24:00 of the next working day
 *   (民法典 §203) that no pause swallows.
 * - N = 0 ends with the same day if it is a working day, else with the next working day (R58), and
 *   again no pause may swallow it.
 * - MINUTE is wall time; pauses do not touch it (R53).
 *
 * @throws DomainError `deadline.limit_invalid` unless the amount is an integer 0..3660,
 *   `deadline.warn_share_invalid`, `deadline.paused_without_instant` (open pause, no `asOf`),
 *   `deadline.pause_reversed`, `calendar.out_of_range`
 */
export function dueOf(
  limit: Limit,
  startedAt: Date,
  calendar: WorkingCalendar,
  options: DueOptions,
): Due {
  assertLimitIsPossible(limit);
  const { amount, unit } = limit;
  const start = localDateOf(startedAt);
  // Pauses do not touch MINUTE, so an open one must not hinder it.
  const swallowed = unit === 'MINUTE' ? [] : swallowedSpans(options.pauses ?? [], options.asOf);
  const dueAt =
    unit === 'MINUTE'
      ? addMinutes(startedAt, amount)
      : endOfLocalDay(lastDayOf(start, amount, unit, swallowed, calendar));
  const warnAt = warnAtOf(
    { limit, startedAt, dueAt, share: options.warnShare, swallowed },
    calendar,
  );
  // With N = 0 the start date itself may be the last day.
  const firstDay = amount === 0 ? start : addDays(start, 1);
  const provisional = calendar.isProvisionalWithin(firstDay, dueDateOf(dueAt));
  return { dueAt, warnAt, provisional };
}

/** The date a limit ends with: a due instant of 24:00 belongs to the day that it closes. */
export function dueDateOf(dueAt: Date): LocalDate {
  return localDateOf(new Date(dueAt.getTime() - 1));
}

function lastDayOf(
  start: LocalDate,
  days: number,
  unit: 'WORKING_DAY' | 'CALENDAR_DAY',
  swallowed: readonly DateSpan[],
  calendar: WorkingCalendar,
): LocalDate {
  if (days === 0) return sameOrNextRunningWorkingDay(start, swallowed, calendar);
  const nthDay = nthRunningDayAfter(start, days, unit, swallowed, calendar);
  return sameOrNextRunningWorkingDay(nthDay, swallowed, calendar);
}
