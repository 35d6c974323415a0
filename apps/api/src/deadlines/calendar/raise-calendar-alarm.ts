import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { localDateOf, missingYearOn } from '@yikou/domain';
import { announce, Clock, noteChange, OutboxRelay, Transactions } from '@yikou/platform';
import { DEADLINE_CLOCK } from '../flag-deadlines.js';
import { WorkingCalendarStore } from '../working-calendar.store.js';

/** T1: a year whose notice ought to be here is said to be missing, once a day until it comes. */
@Injectable()
export class RaiseCalendarAlarm implements OnModuleInit {
  private readonly logger = new Logger(RaiseCalendarAlarm.name);

  constructor(
    private readonly transactions: Transactions,
    private readonly calendars: WorkingCalendarStore,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {}

  /** Whoever watches the logs hears it too, not only who opens a page. */
  onModuleInit(): void {
    this.relay.listen('calendar.year_missing', async (_tx, { payload }) =>
      this.logger.warn(`no notice of days off for ${String(payload['year'])} yet`),
    );
    this.relay.listen('calendar.changed', async (_tx, { payload }) =>
      this.logger.log(`deadlines counted anew by the notice for ${String(payload['year'])}`),
    );
  }

  /** @returns the year that was said to be missing, null where none is or today has heard it already */
  async run(): Promise<number | null> {
    const today = localDateOf(this.clock.now());
    const year = missingYearOn(today, await this.calendars.calendar());
    if (year === null) return null;
    return this.transactions.as(DEADLINE_CLOCK, async (tx) => {
      const raised: unknown[] = await tx.query(
        `WITH raised AS (INSERT INTO calendar_alarms (year, raised_on) VALUES ($1, $2)
           ON CONFLICT DO NOTHING RETURNING year)
         SELECT year FROM raised`,
        [year, today],
      );
      if (raised.length === 0) return null;
      const id = randomUUID();
      await announce(tx, [
        { topic: 'calendar.year_missing', subjectId: id, payload: { year, on: today } },
      ]);
      noteChange(tx, { kind: 'calendar-alarm', id, after: { year } });
      return year;
    });
  }
}
