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
export {
  changedDaysOf,
  daysOfTable,
  type NoticeDay,
  noticeOf,
  withNotice,
} from './calendar-notice.js';
export { missingYearOn } from './missing-year.js';
export { type OpenDeadline, recalculated, type Recalculated } from './recalculate.js';
export { DEADLINE_KINDS, type DeadlineKind } from './kind.js';
export type { Pause } from './pause.js';
export type { Limit, LimitUnit } from './limit.js';
export { type Due, dueDateOf, dueOf, type DueOptions } from './due.js';
export { type HallHours, isOutsideHallHours } from './hall-hours.js';
export { onTheSpotDue, type OnTheSpotDue, type OpeningHours } from './on-the-spot.js';
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
export {
  assertStepsArePossible,
  ESCALATION_LEVELS,
  escalationAt,
  type EscalationLevel,
  type EscalationStepFacts,
} from './escalation.js';
export {
  assertCardVerb,
  CARD_COLOURS,
  CARD_KINDS,
  CARD_REPLY_KIND,
  CARD_REPLY_LIMIT,
  CARD_STATES,
  CARD_VERBS,
  type CardColour,
  type CardFacts,
  type CardState,
  type CardVerb,
  cardVerbsOf,
} from './cards.js';
