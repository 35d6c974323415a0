import { Injectable } from '@nestjs/common';
import { Loops, TimerQueue } from '@yikou/platform';
import { FlagDeadlines } from './flag-deadlines.js';
import { DEADLINE_TIMERS, SetTimers } from './set-timers.js';

/** How late a flag can be when every timer was lost. */
const SWEEP_MS = 1000;
const TIMERS_MS = 5000;

/** What the worker does for deadlines: rings, and a sweep for those that nobody rang for (P2). */
@Injectable()
export class DeadlineJobs {
  constructor(
    private readonly flagDeadlines: FlagDeadlines,
    private readonly setTimers: SetTimers,
    private readonly timers: TimerQueue,
    private readonly loops: Loops,
  ) {}

  start(): void {
    this.timers.onRing(DEADLINE_TIMERS, ({ subjectId, version }) =>
      this.flagDeadlines.ring(subjectId, version),
    );
    this.loops.start('deadline sweep', SWEEP_MS, () => this.flagDeadlines.sweep());
    this.loops.start('deadline timers', TIMERS_MS, () => this.setTimers.run());
  }
}
