import type { WorkingCalendar } from './calendar.js';
import type { LocalDate } from './local-date.js';

/** The State Council publishes the next year's days off in late October or November. */
const EXPECTED_FROM = '11-01';

/**
 * The year whose notice ought to be in the calendar by that day and is not: the present year at any
 * time, the next one from 1 November (T1, T18); null when none is missing.
 *
 * @throws DomainError `calendar.out_of_range`
 */
export function missingYearOn(today: LocalDate, calendar: WorkingCalendar): number | null {
  const year = Number(today.slice(0, 4));
  const isMissing = (one: number) => !calendar.isPublished(`${one}-01-01`);
  if (isMissing(year)) return year;
  return today.slice(5) >= EXPECTED_FROM && isMissing(year + 1) ? year + 1 : null;
}
