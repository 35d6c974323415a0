import type { DayKind, WorkingCalendar } from './calendar.js';
import { dueDateOf, dueOf } from './due.js';
import type { Limit } from './limit.js';
import { addDays, type LocalDate, localDateOf } from './local-date.js';
import { isSwallowed, type Pause, swallowedSpans } from './pause.js';

/** One row of the day-by-day list that a clerk can show an applicant. */
export interface ExplainedDay {
  date: LocalDate;
  kind: DayKind;
  /** The holiday's name, also on its make-up working day. */
  name: string | null;
  counted: boolean;
  /** A pause swallows this day's end. */
  paused: boolean;
  provisional: boolean;
  /** Which day of the limit this is, 1..N; null when it does not count. */
  ordinal: number | null;
}

/**
 * The days from the start date to the due date, both inclusive, and how each counted. The day of
 * the start never counts (D3); the days a calendar-day limit rolls over after its Nth do not count.
 * It ends where `dueOf` ends because it asks it. A limit in minutes counts no days.
 *
 * @param asOf where an open pause is taken to end
 * @throws the same DomainErrors as `dueOf`
 */
export function explainDue(
  limit: Limit,
  startedAt: Date,
  calendar: WorkingCalendar,
  pauses: readonly Pause[],
  asOf?: Date,
): ExplainedDay[] {
  const { dueAt } = dueOf(limit, startedAt, calendar, { pauses, warnShare: 1, asOf });
  const start = localDateOf(startedAt);
  const lastDate = dueDateOf(dueAt);
  const swallowed = limit.unit === 'MINUTE' ? [] : swallowedSpans(pauses, asOf);
  const days: ExplainedDay[] = [];
  let countedSoFar = 0;
  for (let date = start; date <= lastDate; date = addDays(date, 1)) {
    const paused = isSwallowed(date, swallowed);
    const counted =
      date > start &&
      !paused &&
      countedSoFar < limit.amount &&
      dayCountsFor(limit, calendar.isWorkingDay(date));
    if (counted) countedSoFar += 1;
    days.push({
      ...dayFacts(date, calendar),
      counted,
      paused,
      ordinal: counted ? countedSoFar : null,
    });
  }
  return days;
}

function dayCountsFor({ unit }: Limit, isWorkingDay: boolean): boolean {
  return unit === 'CALENDAR_DAY' || (unit === 'WORKING_DAY' && isWorkingDay);
}

function dayFacts(date: LocalDate, calendar: WorkingCalendar) {
  return {
    date,
    kind: calendar.dayKind(date),
    name: calendar.nameOf(date),
    provisional: !calendar.isPublished(date),
  };
}
