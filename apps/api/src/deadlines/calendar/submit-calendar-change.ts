import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  changedDaysOf,
  daysOfTable,
  deadlineError,
  noticeOf,
  WorkingCalendar,
  withNotice,
  type Actor,
  type NoticeDay,
} from '@yikou/domain';
import { Clock, noteChange, Transactions, type Reader } from '@yikou/platform';
import { WorkingCalendarStore } from '../working-calendar.store.js';
import type { CalendarChangeDto, SubmitCalendarChangeDto } from './calendar.dto.js';
import { CalendarChangeQueries } from './calendar-change.queries.js';

/** How many notices have come into force: a simulation holds for the calendar that it was made on. */
export async function calendarVersion(reader: Reader): Promise<number> {
  const [row]: { version: number }[] = await reader.query(
    'SELECT coalesce(sum(revision), 0)::int AS version FROM calendar_years',
  );
  return row?.version ?? 0;
}

/** Takes a year's notice in and lets the worker say what it would move; nothing is in force yet (P6). */
@Injectable()
export class SubmitCalendarChange {
  constructor(
    private readonly transactions: Transactions,
    private readonly calendars: WorkingCalendarStore,
    private readonly changes: CalendarChangeQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError those of `noticeOf` and `withNotice`, `calendar.table_invalid`, `calendar.nothing_changes` */
  run(body: SubmitCalendarChangeDto, actor: Actor): Promise<CalendarChangeDto> {
    const { year, documentNumber, reason } = body;
    const days: NoticeDay[] = body.table ? daysOfTable(body.table, year) : (body.days ?? []);
    const notice = noticeOf(year, days);
    return this.transactions.run(async (tx) => {
      const years = await this.calendars.years(tx);
      const after = new WorkingCalendar(withNotice(years, notice));
      const changed = changedDaysOf(new WorkingCalendar(years), after, year);
      if (!changed) throw deadlineError('calendar.nothing_changes');
      const id = randomUUID();
      await tx.query(
        `INSERT INTO calendar_changes (id, year, document_number, reason, days, state, base_version,
           first_day, last_day, submitted_by_id, submitted_at)
         VALUES ($1, $2, $3, $4, $5, 'SIMULATING', $6, $7, $8, $9, $10)`,
        [
          id,
          year,
          documentNumber,
          reason,
          JSON.stringify(days),
          await calendarVersion(tx),
          changed.first,
          changed.last,
          actor.accountId,
          this.clock.now(),
        ],
      );
      noteChange(tx, { kind: 'calendar-change', id, after: { year, documentNumber }, reason });
      return this.changes.one(id, actor, tx);
    });
  }
}
