import { Injectable } from '@nestjs/common';
import { Clock, TimerQueue, Transactions } from '@yikou/platform';

import { DEADLINE_CLOCK } from './flag-deadlines.js';

export const DEADLINE_TIMERS = 'deadline';

/** Only what comes up within this time is queued, so the queue stays small with millions of open cases. */
const HORIZON_MINUTES = 60;
const BATCH = 1000;

interface UpcomingRow {
  id: string;
  version: number;
  next_at: Date;
}

/** Sets timers for the deadlines of the next hour that have none for their present version. */
@Injectable()
export class SetTimers {
  constructor(
    private readonly transactions: Transactions,
    private readonly timers: TimerQueue,
    private readonly clock: Clock,
  ) {}

  /** @returns how many timers were set; 0 also when the queue is stopped (the sweep does its work) */
  async run(): Promise<number> {
    const now = this.clock.now();
    const rows = await this.upcoming(now);
    const set = await this.timers.set(
      DEADLINE_TIMERS,
      rows.map(({ id, version, next_at }) => ({
        subjectId: id,
        version,
        delay: next_at.getTime() - now.getTime(),
      })),
    );
    if (!set || rows.length === 0) return 0;
    await this.transactions.as(DEADLINE_CLOCK, (tx) =>
      tx.query(
        `UPDATE deadlines d SET timer_version = t.version
       FROM jsonb_to_recordset($1::jsonb) AS t(id uuid, version int)
       WHERE d.id = t.id AND d.version = t.version`,
        [JSON.stringify(rows.map(({ id, version }) => ({ id, version })))],
      ),
    );
    return rows.length;
  }

  private upcoming(now: Date): Promise<UpcomingRow[]> {
    const until = new Date(now.getTime() + HORIZON_MINUTES * 60_000);
    return this.transactions.readAs(DEADLINE_CLOCK, (tx) =>
      tx.query(
        `(SELECT id, version, CASE WHEN warned_at IS NULL AND warn_at > $1 THEN warn_at ELSE due_at END AS next_at
        FROM deadlines WHERE state = 'RUNNING' AND due_at <= $2 AND timer_version < version
        ORDER BY due_at, id LIMIT $3)
       UNION
       (SELECT id, version, warn_at AS next_at
        FROM deadlines WHERE state = 'RUNNING' AND warned_at IS NULL AND warn_at BETWEEN $1 AND $2
          AND timer_version < version
        ORDER BY warn_at, id LIMIT $3)`,
        [now, until, BATCH],
      ),
    );
  }
}
