import { type CalendarYear, namedDaysOf, type NamedDay } from './calendar-year.js';
import { deadlineError } from './errors.js';
import { dateOfDayNumber, dayNumberOf, type LocalDate } from './local-date.js';

export type DayKind = 'WORKING_DAY' | 'REST_DAY' | 'HOLIDAY' | 'MAKE_UP_WORKING_DAY';

export const FIRST_CALENDAR_YEAR = 2016;
export const LAST_CALENDAR_YEAR = 2060;

const FIRST_DAY = dayNumberOf(`${FIRST_CALENDAR_YEAR}-01-01`);
const DAY_COUNT = dayNumberOf(`${LAST_CALENDAR_YEAR}-12-31`) - FIRST_DAY + 1;

/**
 * The working days of 2016–2060 by the State Council's notices (行政许可法 §82: limits are working
 * days without statutory holidays). A year without a notice counts Monday to Friday and is not
 * published: whatever depends on it is provisional (T1). Every question is answered in O(1).
 */
export class WorkingCalendar {
  private readonly published: ReadonlySet<number>;
  private readonly named: ReadonlyMap<number, NamedDay>;
  /** For each day of the range, and the day after it, how many working days lie before it. */
  private readonly before = new Int32Array(DAY_COUNT + 1);
  /** The offset of each working day, in order: the inverse of `before`. */
  private readonly workingOffsets: number[] = [];

  /**
   * @throws DomainError `calendar.out_of_range` for a year outside 2016–2060, and those of
   *   {@link namedDaysOf}
   */
  constructor(years: readonly CalendarYear[]) {
    const stray = years.find((y) => y.year < FIRST_CALENDAR_YEAR || y.year > LAST_CALENDAR_YEAR);
    if (stray) throw deadlineError('calendar.out_of_range', String(stray.year));
    this.published = new Set(years.map(({ year }) => year));
    this.named = namedDaysOf(years);
    for (let offset = 0; offset < DAY_COUNT; offset += 1) {
      if (isWorking(this.kindAt(offset))) this.workingOffsets.push(offset);
      this.before[offset + 1] = this.workingOffsets.length;
    }
  }

  /** @throws DomainError `calendar.out_of_range` */
  dayKind(date: LocalDate): DayKind {
    return this.kindAt(offsetOf(date));
  }

  /** The holiday's name, also on its make-up working day; null on an ordinary day. */
  nameOf(date: LocalDate): string | null {
    return this.named.get(offsetOf(date) + FIRST_DAY)?.name ?? null;
  }

  /** @throws DomainError `calendar.out_of_range` */
  isWorkingDay(date: LocalDate): boolean {
    return isWorking(this.dayKind(date));
  }

  /** Whether the notice for the date's year is in the calendar (T1). */
  isPublished(date: LocalDate): boolean {
    offsetOf(date);
    return this.published.has(yearOf(date));
  }

  /** Whether any date from first to last, both inclusive, lies in a year without a notice (T1). */
  isProvisionalWithin(first: LocalDate, last: LocalDate): boolean {
    if (first > last) return false;
    offsetOf(first);
    offsetOf(last);
    for (let year = yearOf(first); year <= yearOf(last); year += 1) {
      if (!this.published.has(year)) return true;
    }
    return false;
  }

  /**
   * How many working days lie before the date, counted from 2016-01-01.
   *
   * @param date from 2016-01-01 to 2061-01-01: an exclusive end may be the day after the range
   * @throws DomainError `calendar.out_of_range`
   */
  workingDaysBefore(date: LocalDate): number {
    return this.before[offsetOf(date, DAY_COUNT)] as number;
  }

  /** How many working days lie in [from, until); 0 when the span is empty. */
  workingDaysBetween(from: LocalDate, until: LocalDate): number {
    if (from >= until) return 0;
    return this.workingDaysBefore(until) - this.workingDaysBefore(from);
  }

  /**
   * The nth working day after the date, which itself does not count (D3).
   *
   * @param n working days; with 0 it is the date itself, or the next working day if it is none
   * @throws DomainError `calendar.count_invalid`, `calendar.out_of_range`
   */
  nthWorkingDayAfter(date: LocalDate, n: number): LocalDate {
    if (!Number.isInteger(n) || n < 0) throw deadlineError('calendar.count_invalid', String(n));
    const firstCounted = offsetOf(date) + (n === 0 ? 0 : 1);
    const index = (this.before[firstCounted] as number) + Math.max(n - 1, 0);
    const offset = this.workingOffsets[index];
    if (offset === undefined) throw deadlineError('calendar.out_of_range', `${date} + ${n}`);
    return dateOfDayNumber(FIRST_DAY + offset);
  }

  /** The date itself if it is a working day, else the next one. */
  sameOrNextWorkingDay(date: LocalDate): LocalDate {
    return this.nthWorkingDayAfter(date, 0);
  }

  private kindAt(offset: number): DayKind {
    const day = FIRST_DAY + offset;
    return this.named.get(day)?.kind ?? (isWeekend(day) ? 'REST_DAY' : 'WORKING_DAY');
  }
}

/** Ordinary and make-up working days both count; R-rules never ask which of the two. */
function isWorking(kind: DayKind): boolean {
  return kind === 'WORKING_DAY' || kind === 'MAKE_UP_WORKING_DAY';
}

function isWeekend(day: number): boolean {
  // 1970-01-01, day 0, was a Thursday.
  const daysSinceMonday = (day + 3) % 7;
  return daysSinceMonday >= 5;
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

function offsetOf(date: LocalDate, lastOffset = DAY_COUNT - 1): number {
  const offset = dayNumberOf(date) - FIRST_DAY;
  if (offset < 0 || offset > lastOffset) throw deadlineError('calendar.out_of_range', date);
  return offset;
}
