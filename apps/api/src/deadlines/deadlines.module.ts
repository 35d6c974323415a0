import { Module } from '@nestjs/common';
import { ChangeDeadlines } from './change-deadlines.js';
import { ComputeDue } from './compute-due.js';
import { DeadlineQueries } from './deadline.queries.js';
import { DeadlinesController } from './deadlines.controller.js';
import { DeadlineJobs } from './deadlines.jobs.js';
import { FlagDeadlines } from './flag-deadlines.js';
import { SetTimers } from './set-timers.js';
import { WorkingCalendarStore } from './working-calendar.store.js';

@Module({
  controllers: [DeadlinesController],
  providers: [
    ChangeDeadlines,
    ComputeDue,
    DeadlineJobs,
    DeadlineQueries,
    FlagDeadlines,
    SetTimers,
    WorkingCalendarStore,
  ],
  exports: [ChangeDeadlines, DeadlineJobs, DeadlineQueries, WorkingCalendarStore],
})
export class DeadlinesModule {}
