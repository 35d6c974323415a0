import type { WorkingCalendar } from './calendar.js';
import { addDays, dayNumberOf, type LocalDate } from './local-date.js';
import type { DateSpan } from './pause.js';

export type DayUnit = 'WORKING_DAY' | 'CALENDAR_DAY';

/**
 * The nth day after the start that counts in that unit and whose day-end no pause swallows. It
 * jumps from pause to pause instead of walking the days.
 *
 * @param n days, at least 1
 * @param swallowed in order and apart, as `swallowedSpans` makes them
 * @throws DomainError `calendar.out_of_range`
 */
export function nthRunningDayAfter(
  start: LocalDate,
  n: number,
  unit: DayUnit,
  swallowed: readonly DateSpan[],
  calendar: WorkingCalendar,
): LocalDate {
  const dayAfterStart = addDays(start, 1);
  let pausedDays = 0;
  let day = nthDayAfter(start, n, unit, calendar);
  for (const { from, until } of swallowed) {
    if (from > day) break;
    pausedDays += daysBetween(from > start ? from : dayAfterStart, until, unit, calendar);
    day = nthDayAfter(start, n + pausedDays, unit, calendar);
  }
  return day;
}

/**
 * The date itself or the first one after it that is a working day and that no pause swallows.
 *
 * @throws DomainError `calendar.out_of_range`
 */
export function sameOrNextRunningWorkingDay(
  date: LocalDate,
  swallowed: readonly DateSpan[],
  calendar: WorkingCalendar,
): LocalDate {
  let day = calendar.sameOrNextWorkingDay(date);
  for (const { from, until } of swallowed) {
    if (from <= day && day < until) day = calendar.sameOrNextWorkingDay(until);
  }
  return day;
}

function nthDayAfter(start: LocalDate, n: number, unit: DayUnit, calendar: WorkingCalendar) {
  return unit === 'WORKING_DAY' ? calendar.nthWorkingDayAfter(start, n) : addDays(start, n);
}

function daysBetween(from: LocalDate, until: LocalDate, unit: DayUnit, calendar: WorkingCalendar) {
  if (unit === 'WORKING_DAY') return calendar.workingDaysBetween(from, until);
  return Math.max(dayNumberOf(until) - dayNumberOf(from), 0);
}
