import type { INestApplicationContext } from '@nestjs/common';
import { Clock, Transactions, watchPool, type Metrics, type Tx } from '@yikou/platform';
import { localDateOf, missingYearOn } from '@yikou/domain';
import { DataSource } from 'typeorm';
import { WorkingCalendarStore } from './deadlines/index.js';

/** The name under which the numbers are counted; the policies of the tables know it. */
const METRICS = 'metrics';

const NUMBERS = {
  yikou_outbox_waiting: 'News that nobody has heard yet',
  yikou_outbox_oldest_seconds: 'Age of the oldest of them',
  yikou_deadline_unflagged_seconds:
    'Since the oldest deadline fell due that nobody has flagged yet',
};

interface BacklogRow {
  waiting: number;
  oldest: number;
  unflagged: number;
}

/** What tells first that something has stopped: work that waits, and connections that are waited for. */
export function watchBacklog(metrics: Metrics, app: INestApplicationContext): void {
  const transactions = app.get(Transactions);
  const clock = app.get(Clock);
  watchPool(metrics, app.get(DataSource));
  const calendars = app.get(WorkingCalendarStore);
  metrics.gauge(
    'yikou_calendar_missing_year',
    'The year that ought to have its notice of days off by now (T1); 0 when none is missing',
    async () => missingYearOn(localDateOf(clock.now()), await calendars.calendar()) ?? 0,
  );
  metrics.collect('backlog', NUMBERS, async () => {
    const row = await transactions.readAs(METRICS, (tx) => backlog(tx, clock.now()));
    return {
      yikou_outbox_waiting: row.waiting,
      yikou_outbox_oldest_seconds: row.oldest,
      yikou_deadline_unflagged_seconds: row.unflagged,
    };
  });
}

/** Each from the end of an index, so that it costs the same however much there is. */
async function backlog(tx: Tx, now: Date): Promise<BacklogRow> {
  await tx.query(`SET LOCAL statement_timeout = '2s'`);
  const [row]: BacklogRow[] = await tx.query(
    `SELECT
       (SELECT count(*)::int FROM (SELECT FROM outbox WHERE handled_at IS NULL LIMIT 10000)) AS waiting,
       coalesce((SELECT extract(epoch FROM clock_timestamp() - created_at)::float FROM outbox
         WHERE handled_at IS NULL ORDER BY id LIMIT 1), 0) AS oldest,
       coalesce((SELECT extract(epoch FROM $1::timestamptz - due_at)::float FROM deadlines
         WHERE state = 'RUNNING' AND due_at <= $1 ORDER BY due_at LIMIT 1), 0) AS unflagged`,
    [now],
  );
  if (!row) throw new Error('no backlog');
  return row;
}
