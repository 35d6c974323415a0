import { Injectable } from '@nestjs/common';
import { deadlineError, type Actor, type NoticeDay } from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import type { CalendarChangeState } from '../calendar.entity.js';
import { signalCalendar } from '../working-calendar.store.js';
import type { CalendarChangeDto } from './calendar.dto.js';
import { CalendarChangeQueries } from './calendar-change.queries.js';
import { calendarVersion } from './submit-calendar-change.js';

interface Row {
  year: number;
  state: CalendarChangeState;
  document_number: string;
  days: NoticeDay[];
  base_version: number;
}

/** Puts a simulated notice into force, or gives it up. */
@Injectable()
export class SettleCalendarChange {
  constructor(
    private readonly transactions: Transactions,
    private readonly changes: CalendarChangeQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * The notice replaces its year's; the one before is kept with it. What it moves is counted anew by the
   * worker.
   *
   * @throws DomainError `calendar.change_unknown`, `calendar.change_not_simulated`,
   *   `calendar.simulated_on_other`
   */
  save(id: string, actor: Actor): Promise<CalendarChangeDto> {
    return this.transactions.run(async (tx) => {
      const row = await locked(tx, id);
      if (row.state !== 'SIMULATED') throw deadlineError('calendar.change_not_simulated');
      // Of two notices saved at once the second waits here and then sees the first.
      await tx.query("SELECT pg_advisory_xact_lock(hashtext('yikou_calendar'))");
      if ((await calendarVersion(tx)) !== row.base_version) {
        throw deadlineError('calendar.simulated_on_other');
      }
      const revision = await this.replaceYear(tx, id, row);
      await tx.query(
        `UPDATE calendar_changes SET state = 'APPLYING', revision = $2, saved_by_id = $3, saved_at = $4,
           total = NULL, seen = 0, moved = 0, overdue = 0, relieved = 0, seen_up_to = NULL WHERE id = $1`,
        [id, revision, actor.accountId, this.clock.now()],
      );
      await signalCalendar(tx);
      const after = { state: 'APPLYING', year: row.year, revision };
      noteChange(tx, { kind: 'calendar-change', id, before: { state: row.state }, after });
      return this.changes.one(id, actor, tx);
    });
  }

  /** @throws DomainError `calendar.change_unknown`, `calendar.change_not_simulated` when it is in force */
  discard(id: string, actor: Actor): Promise<CalendarChangeDto> {
    return this.transactions.run(async (tx) => {
      const { state } = await locked(tx, id);
      if (state !== 'SIMULATED' && state !== 'SIMULATING') {
        throw deadlineError('calendar.change_not_simulated');
      }
      await tx.query(
        "UPDATE calendar_changes SET state = 'DISCARDED', finished_at = $2 WHERE id = $1",
        [id, this.clock.now()],
      );
      const after = { state: 'DISCARDED' };
      noteChange(tx, { kind: 'calendar-change', id, before: { state }, after });
      return this.changes.one(id, actor, tx);
    });
  }

  private async replaceYear(tx: Tx, id: string, row: Row): Promise<number> {
    const { year, days, document_number: source } = row;
    await tx.query(
      `UPDATE calendar_changes SET previous = (
         SELECT jsonb_build_object('source', y.source, 'days', coalesce((
           SELECT jsonb_agg(jsonb_build_object('date', d.date, 'kind', d.kind, 'name', d.name) ORDER BY d.date)
           FROM calendar_days d WHERE d.year = y.year), '[]'))
         FROM calendar_years y WHERE y.year = $2)
       WHERE id = $1`,
      [id, year],
    );
    const [kept]: { revision: number }[] = await tx.query(
      `WITH kept AS (
         INSERT INTO calendar_years (year, source, revision, change_id) VALUES ($1, $2, 1, $3)
         ON CONFLICT (year) DO UPDATE SET source = $2, revision = calendar_years.revision + 1, change_id = $3
         RETURNING revision)
       SELECT revision FROM kept`,
      [year, source, id],
    );
    await tx.query('DELETE FROM calendar_days WHERE year = $1', [year]);
    await tx.query(
      `INSERT INTO calendar_days (date, year, kind, name)
       SELECT d.date, $1, d.kind, btrim(d.name)
       FROM jsonb_to_recordset($2::jsonb) AS d(date date, kind text, name text)`,
      [year, JSON.stringify(days)],
    );
    return kept?.revision ?? 1;
  }
}

async function locked(tx: Tx, id: string): Promise<Row> {
  const [row]: Row[] = await tx.query(
    `SELECT year, state, document_number, days, base_version FROM calendar_changes
     WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (!row) throw deadlineError('calendar.change_unknown');
  return row;
}
