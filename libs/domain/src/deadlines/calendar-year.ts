import { deadlineError } from './errors.js';
import { dayNumberOf, type LocalDate } from './local-date.js';

/** One year's State Council notice on days off. */
export interface CalendarYear {
  year: number;
  /** Named rest days; they may fall on a weekend. */
  off: ReadonlyArray<readonly [LocalDate, string]>;
  /** Make-up working days (调休上班), on a weekend by nature. */
  work: ReadonlyArray<readonly [LocalDate, string]>;
}

/** The shape of the holiday file that the project ships. */
export interface HolidayTable {
  years: Readonly<Record<string, Omit<CalendarYear, 'year'>>>;
}

/** What a notice says about one day. */
export interface NamedDay {
  name: string;
  kind: 'HOLIDAY' | 'MAKE_UP_WORKING_DAY';
}

/** The notices of a holiday table, oldest first. */
export function calendarYearsOf(table: HolidayTable): CalendarYear[] {
  return Object.entries(table.years)
    .map(([year, { off, work }]) => ({ year: Number(year), off, work }))
    .sort((a, b) => a.year - b.year);
}

/**
 * The named days of all notices, by day number.
 *
 * @throws DomainError `calendar.year_repeated`, `calendar.day_contradictory`,
 *   `calendar.day_not_of_year`, `calendar.date_invalid`: a notice typed wrongly must not move a
 *   deadline silently (T1)
 */
export function namedDaysOf(years: readonly CalendarYear[]): Map<number, NamedDay> {
  const named = new Map<number, NamedDay>();
  const seen = new Set<number>();
  for (const { year, off, work } of years) {
    if (seen.has(year)) throw deadlineError('calendar.year_repeated', String(year));
    seen.add(year);
    for (const [date, name] of off) addNamedDay(named, year, date, { name, kind: 'HOLIDAY' });
    for (const [date, name] of work) {
      addNamedDay(named, year, date, { name, kind: 'MAKE_UP_WORKING_DAY' });
    }
  }
  return named;
}

function addNamedDay(named: Map<number, NamedDay>, year: number, date: LocalDate, day: NamedDay) {
  const number = dayNumberOf(date);
  // A New Year holiday can reach back: the notice for 2023 names 2022-12-31.
  const belongs = date.startsWith(`${year}-`) || date.startsWith(`${year - 1}-12-`);
  if (!belongs) throw deadlineError('calendar.day_not_of_year', `${year}: ${date}`);
  const before = named.get(number);
  if (before !== undefined && before.kind !== day.kind) {
    throw deadlineError('calendar.day_contradictory', date);
  }
  named.set(number, day);
}
