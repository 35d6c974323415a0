import { Injectable } from '@nestjs/common';
import { Loops } from '@yikou/platform';
import { RaiseCalendarAlarm } from './raise-calendar-alarm.js';
import { RunCalendarChanges } from './run-calendar-changes.js';

/** How long somebody waits before a simulation begins. */
const CHANGES_MS = 500;
/** The alarm is raised once a day, whatever the hour at which the worker was started. */
const ALARM_MS = 3_600_000;

/** What the worker does for the calendar. */
@Injectable()
export class CalendarJobs {
  constructor(
    private readonly runCalendarChanges: RunCalendarChanges,
    private readonly raiseCalendarAlarm: RaiseCalendarAlarm,
    private readonly loops: Loops,
  ) {}

  start(): void {
    this.loops.start('calendar changes', CHANGES_MS, () => this.runCalendarChanges.run());
    this.loops.start('calendar alarm', ALARM_MS, () => this.raiseCalendarAlarm.run());
  }
}
