import { type CalendarYear, namedDaysOf } from './calendar-year.js';
import { FIRST_CALENDAR_YEAR, LAST_CALENDAR_YEAR, type WorkingCalendar } from './calendar.js';
import { deadlineError, type DeadlineErrorCode } from './errors.js';
import { addDays, dayNumberOf, isLocalDate, type LocalDate } from './local-date.js';

/** One named day of a notice: a rest day, or a working day made up for one. */
export interface NoticeDay {
  date: LocalDate;
  kind: 'OFF' | 'WORK';
  name: string;
}

/** No year has more named days than days. */
const MOST_DAYS = 366;
const LONGEST_NAME = 20;

/**
 * A year's notice out of its days, in order of date.
 *
 * @throws DomainError with the field at fault: `calendar.year_invalid`, `calendar.notice_empty`,
 *   `calendar.date_invalid`, `calendar.day_not_of_year`, `calendar.day_repeated`,
 *   `calendar.day_contradictory`, `calendar.day_name_invalid`, `calendar.work_day_not_weekend`
 */
export function noticeOf(year: number, days: readonly NoticeDay[]): CalendarYear {
  if (!Number.isInteger(year) || year < FIRST_CALENDAR_YEAR || year > LAST_CALENDAR_YEAR) {
    throw refusal('calendar.year_invalid', 'year', String(year));
  }
  if (days.length === 0 || days.length > MOST_DAYS) {
    throw refusal('calendar.notice_empty', 'days', String(days.length));
  }
  const seen = new Map<LocalDate, NoticeDay['kind']>();
  days.forEach((day, index) => {
    assertDayIsPossible(year, day, index);
    const before = seen.get(day.date);
    if (before !== undefined) {
      const code = before === day.kind ? 'calendar.day_repeated' : 'calendar.day_contradictory';
      throw refusal(code, `days.${index}.date`, day.date);
    }
    seen.set(day.date, day.kind);
  });
  const of = (kind: NoticeDay['kind']) =>
    days
      .filter((day) => day.kind === kind)
      .map(({ date, name }) => [date, name.trim()] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  return { year, off: of('OFF'), work: of('WORK') };
}

/**
 * The days that the holiday file of the project, or one of its shape, names for a year.
 *
 * @throws DomainError `calendar.table_invalid` when it is not of that shape or lacks the year
 */
export function daysOfTable(table: unknown, year: number): NoticeDay[] {
  const years = isRecord(table) ? table['years'] : undefined;
  const entry = isRecord(years) ? years[String(year)] : undefined;
  if (!isRecord(entry)) throw refusal('calendar.table_invalid', 'table', String(year));
  return (['OFF', 'WORK'] as const).flatMap((kind) => {
    const list = entry[kind.toLowerCase()];
    if (!Array.isArray(list)) throw refusal('calendar.table_invalid', 'table', kind);
    return list.map((pair: unknown) => {
      const [date, name] = Array.isArray(pair) ? (pair as unknown[]) : [];
      if (typeof date !== 'string' || typeof name !== 'string') {
        throw refusal('calendar.table_invalid', 'table', kind);
      }
      return { date, kind, name };
    });
  });
}

/** The notices with one year's replaced or added, and every day once. @throws DomainError `calendar.day_of_other_notice` */
export function withNotice(years: readonly CalendarYear[], notice: CalendarYear): CalendarYear[] {
  const others = years.filter(({ year }) => year !== notice.year);
  const named = namedDaysOf(others);
  const days = [...notice.off, ...notice.work];
  const taken = days.find(([date]) => named.has(dayNumberOf(date)));
  if (taken) throw refusal('calendar.day_of_other_notice', 'days', taken[0]);
  return [...others, notice].sort((a, b) => a.year - b.year);
}

/**
 * The first and the last day that the notice of `year` makes another kind of day, or published where it
 * was provisional; null when it says what the calendar says already. Outside of them no limit moves.
 */
export function changedDaysOf(
  before: WorkingCalendar,
  after: WorkingCalendar,
  year: number,
): { first: LocalDate; last: LocalDate } | null {
  // A New Year holiday can reach back into December, as the notice for 2023 did.
  const start = year > FIRST_CALENDAR_YEAR ? `${year - 1}-12-01` : `${year}-01-01`;
  const changed: LocalDate[] = [];
  for (let date = start; date <= `${year}-12-31`; date = addDays(date, 1)) {
    const same =
      before.dayKind(date) === after.dayKind(date) &&
      before.nameOf(date) === after.nameOf(date) &&
      before.isPublished(date) === after.isPublished(date);
    if (!same) changed.push(date);
  }
  const [first, last] = [changed[0], changed.at(-1)];
  return first !== undefined && last !== undefined ? { first, last } : null;
}

function assertDayIsPossible(year: number, { date, kind, name }: NoticeDay, index: number): void {
  const field = `days.${index}`;
  if (!isLocalDate(date)) throw refusal('calendar.date_invalid', `${field}.date`, date);
  if (!date.startsWith(`${year}-`) && !date.startsWith(`${year - 1}-12-`)) {
    throw refusal('calendar.day_not_of_year', `${field}.date`, date);
  }
  const length = name.trim().length;
  if (length === 0 || length > LONGEST_NAME) {
    throw refusal('calendar.day_name_invalid', `${field}.name`, date);
  }
  if (kind === 'WORK' && !isWeekend(date)) {
    throw refusal('calendar.work_day_not_weekend', `${field}.date`, date);
  }
}

function isWeekend(date: LocalDate): boolean {
  return [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refusal(code: DeadlineErrorCode, field: string, detail: string) {
  const said = `${field}：${detail}`;
  return deadlineError(code, said, [{ field, code, detail: said }]);
}
