export {
  addDays,
  endOfLocalDay,
  instantAt,
  isLocalDate,
  type LocalDate,
  localDateOf,
  localTime,
  startOfLocalDay,
} from './local-date.js';
export { type CalendarYear, calendarYearsOf, type HolidayTable } from './calendar-year.js';
export {
  type DayKind,
  FIRST_CALENDAR_YEAR,
  LAST_CALENDAR_YEAR,
  WorkingCalendar,
} from './calendar.js';
export { DEADLINE_KINDS, type DeadlineKind } from './kind.js';
export type { Pause } from './pause.js';
export type { Limit, LimitUnit } from './limit.js';
export { type Due, dueDateOf, dueOf, type DueOptions } from './due.js';
export { onTheSpotDueAt } from './on-the-spot.js';
export { type ExplainedDay, explainDue } from './explain.js';
export {
  type DeadlineState,
  type Light,
  type LightFacts,
  lightOf,
  remainingOf,
} from './remaining.js';
export { deadlineError, type DeadlineErrorCode, deadlineErrors } from './errors.js';
export { extensionComesInTime, settledStateOf, warnShareOf } from './deadline.js';
export type { ClockChanges, ClockStart } from './clock-changes.js';
