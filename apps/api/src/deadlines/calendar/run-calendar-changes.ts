import { Injectable } from '@nestjs/common';
import { noticeOf, WorkingCalendar, withNotice, type NoticeDay } from '@yikou/domain';
import { announce, Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import { DEADLINE_CLOCK } from '../flag-deadlines.js';
import { WorkingCalendarStore } from '../working-calendar.store.js';
import { countTouched, nextMoves, type Move, type Walk } from './walk-deadlines.js';
import { applyMoves, keepMoves } from './write-moves.js';

/**
 * Every process has heard of the new calendar by then: after that nobody starts a clock by the old one,
 * so one walk over the deadlines finds them all. Longer than it takes to notice a lost connection.
 */
const HEARD_MS = 10_000;

/** A turn ends after so long, so that a process that is to stop does not wait for a million rows. */
const TURN_MS = 1000;

interface ChangeRow extends Walk {
  id: string;
  state: 'SIMULATING' | 'APPLYING';
  year: number;
  days: NoticeDay[];
  total: number | null;
}

/** The next change to be worked on. Its lock is the lease: whoever dies lets go of it, others pass by. */
const NEXT = `SELECT id, state, year, days, total, first_day::text, last_day::text, seen_up_to
  FROM calendar_changes
  WHERE state = 'SIMULATING' OR (state = 'APPLYING' AND saved_at <= $1)
  ORDER BY submitted_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`;

/**
 * Says what a notice would move, and moves it once it is in force (T12): walks the open deadlines in
 * batches, each in one transaction with the place where it ended. Killed at any point it goes on there.
 */
@Injectable()
export class RunCalendarChanges {
  constructor(
    private readonly transactions: Transactions,
    private readonly calendars: WorkingCalendarStore,
    private readonly clock: Clock,
  ) {}

  /** Works for about a second. @returns whether there was anything to do */
  async run(): Promise<boolean> {
    const end = performance.now() + TURN_MS;
    let worked = false;
    while (performance.now() < end && (await this.batch())) worked = true;
    return worked;
  }

  private batch(): Promise<boolean> {
    const now = this.clock.now();
    return this.transactions.as(DEADLINE_CLOCK, async (tx) => {
      const [change]: ChangeRow[] = await tx.query(NEXT, [new Date(now.getTime() - HEARD_MS)]);
      if (!change) return false;
      if (change.total === null) {
        const total = await countTouched(tx, change);
        await tx.query('UPDATE calendar_changes SET total = $2 WHERE id = $1', [change.id, total]);
      }
      const calendar = await this.calendarOf(tx, change);
      const { ids, moves } = await nextMoves(tx, change, calendar, now);
      if (ids.length === 0) await this.finish(tx, change, now);
      else return this.step(tx, change, ids, moves, now);
      return true;
    });
  }

  private async calendarOf(tx: Tx, { state, year, days }: ChangeRow): Promise<WorkingCalendar> {
    const years = await this.calendars.years(tx);
    const simulated = state === 'SIMULATING';
    return new WorkingCalendar(simulated ? withNotice(years, noticeOf(year, days)) : years);
  }

  /** @returns false when the very first deadline is in somebody else's hand: the next turn asks again */
  private async step(
    tx: Tx,
    { id, state }: ChangeRow,
    ids: readonly string[],
    moves: readonly Move[],
    now: Date,
  ): Promise<boolean> {
    let done = moves;
    let seen = ids;
    if (state === 'SIMULATING') await keepMoves(tx, id, moves);
    else if (moves.length > 0) {
      const moved = await applyMoves(tx, id, moves, now);
      done = moves.filter((move) => moved.has(move.id));
      const left = moves.find((move) => !moved.has(move.id));
      if (left) seen = ids.slice(0, ids.indexOf(left.id));
      if (done.length > 0) {
        noteChange(tx, { kind: 'calendar-change', id, after: { deadlines: done.length } });
      }
    }
    const count = (holds: (move: Move) => boolean) => done.filter(holds).length;
    await tx.query(
      `UPDATE calendar_changes SET seen = seen + $2, seen_up_to = coalesce($3, seen_up_to), moved = moved + $4,
         overdue = overdue + $5, relieved = relieved + $6 WHERE id = $1`,
      [
        id,
        seen.length,
        seen.at(-1) ?? null,
        count((move) => move.moves),
        count((move) => move.becomesLate),
        count((move) => move.isRelieved),
      ],
    );
    return seen.length > 0;
  }

  private async finish(tx: Tx, change: ChangeRow, now: Date): Promise<void> {
    const { id, state, year } = change;
    if (state === 'APPLYING') {
      await tx.query(
        "UPDATE calendar_changes SET state = 'APPLIED', total = seen, finished_at = $2 WHERE id = $1",
        [id, now],
      );
      await announce(tx, [{ topic: 'calendar.changed', subjectId: id, payload: { year } }]);
      noteChange(tx, { kind: 'calendar-change', id, after: { state: 'APPLIED' } });
      return;
    }
    await tx.query(
      `UPDATE calendar_changes SET state = 'SIMULATED', total = seen, simulation = jsonb_build_object(
         'cases', (SELECT count(DISTINCT subject_id) FROM calendar_moves WHERE change_id = $1),
         'deadlines', moved, 'overdue', overdue, 'relieved', relieved)
       WHERE id = $1`,
      [id],
    );
  }
}
