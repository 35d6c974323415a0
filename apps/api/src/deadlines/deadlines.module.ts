import { Module } from '@nestjs/common';
import { CalendarController } from './calendar/calendar.controller.js';
import { CalendarChangeQueries } from './calendar/calendar-change.queries.js';
import { CalendarJobs } from './calendar/calendar.jobs.js';
import { CalendarQueries } from './calendar/calendar.queries.js';
import { RaiseCalendarAlarm } from './calendar/raise-calendar-alarm.js';
import { RunCalendarChanges } from './calendar/run-calendar-changes.js';
import { SettleCalendarChange } from './calendar/settle-calendar-change.js';
import { SubmitCalendarChange } from './calendar/submit-calendar-change.js';
import { ChangeDeadlines } from './change-deadlines.js';
import { ComputeDue } from './compute-due.js';
import { DeadlineQueries } from './deadline.queries.js';
import { DeadlinesController } from './deadlines.controller.js';
import { DeadlineJobs } from './deadlines.jobs.js';
import { FlagDeadlines } from './flag-deadlines.js';
import { SetTimers } from './set-timers.js';
import { WorkingCalendarStore } from './working-calendar.store.js';

@Module({
  controllers: [CalendarController, DeadlinesController],
  providers: [
    CalendarChangeQueries,
    CalendarJobs,
    CalendarQueries,
    ChangeDeadlines,
    ComputeDue,
    DeadlineJobs,
    DeadlineQueries,
    FlagDeadlines,
    RaiseCalendarAlarm,
    RunCalendarChanges,
    SetTimers,
    SettleCalendarChange,
    SubmitCalendarChange,
    WorkingCalendarStore,
  ],
  exports: [CalendarJobs, ChangeDeadlines, DeadlineJobs, DeadlineQueries, WorkingCalendarStore],
})
export class DeadlinesModule {}
