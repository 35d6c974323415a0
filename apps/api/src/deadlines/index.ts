export { CalendarJobs } from './calendar/calendar.jobs.js';
export {
  CalendarAlarm,
  CalendarChange,
  CalendarDay,
  CalendarMove,
  PublishedYear,
} from './calendar.entity.js';
export { Card, CardReply } from './cards/card.entity.js';
export { ChangeDeadlines } from './change-deadlines.js';
export { Deadline, DeadlineEvent, DeadlinePause } from './deadline.entity.js';
export { DeadlineQueries } from './deadline.queries.js';
export { LIGHT_CONDITION } from './deadline.scope.js';
export type { DeadlineSubject } from './deadline.subject.js';
export { DeadlineDto, DeadlineQueryDto } from './deadlines.dto.js';
export { DeadlineJobs } from './deadlines.jobs.js';
export { DeadlinesModule } from './deadlines.module.js';
export { Escalation, EscalationStep } from './escalation/escalation.entity.js';
export { WorkingCalendarStore } from './working-calendar.store.js';
