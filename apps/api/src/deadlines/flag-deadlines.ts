import { Injectable } from '@nestjs/common';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';

/** The name under which the worker looks after deadlines; it sees nothing else. */
export const DEADLINE_CLOCK = 'deadline-clock';

/** Rows flagged by one statement; the next call takes the next ones. */
const BATCH = 500;

interface FlaggedRow {
  id: string;
  kind: string;
}

interface Flag {
  /** Which rows are due for this flag at `$1`. */
  due: string;
  change: string;
  kind: 'WARNED' | 'MISSED';
  topic: string;
}

const MISSED: Flag = {
  due: "state = 'RUNNING' AND due_at <= $1",
  change: "state = 'MISSED', missed_at = $1",
  kind: 'MISSED',
  topic: 'deadline.missed',
};

const WARNED: Flag = {
  due: "state = 'RUNNING' AND warned_at IS NULL AND warn_at <= $1 AND due_at > $1",
  change: 'warned_at = $1',
  kind: 'WARNED',
  topic: 'deadline.warned',
};

/**
 * Lights the amber and red lights. Row, event and news are one statement: killed in the middle, it
 * has done nothing; run twice, the second finds nothing (and a unique index stands behind it).
 */
@Injectable()
export class FlagDeadlines {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Flags all that is due, whoever forgot to wake us. @returns how many were flagged */
  async sweep(): Promise<number> {
    return (await this.flagAll(MISSED)) + (await this.flagAll(WARNED));
  }

  /** A timer rang: flags that one row if it is still the version the timer was set for. */
  async ring(deadlineId: string, version: number): Promise<void> {
    const missed = await this.flag(MISSED, [deadlineId, version]);
    if (missed === 0) await this.flag(WARNED, [deadlineId, version]);
  }

  private async flagAll(flag: Flag): Promise<number> {
    let flagged = 0;
    for (;;) {
      const count = await this.flag(flag);
      flagged += count;
      if (count < BATCH) return flagged;
    }
  }

  private async flag(flag: Flag, only?: [id: string, version: number]): Promise<number> {
    const sql = `WITH due AS (
         SELECT id FROM deadlines WHERE ${flag.due} ${only ? 'AND id = $3 AND version = $4' : ''}
         ORDER BY ${flag.kind === 'MISSED' ? 'due_at' : 'warn_at'}, id LIMIT $2 FOR UPDATE SKIP LOCKED),
       flagged AS (
         UPDATE deadlines d SET ${flag.change}, version = d.version + 1 FROM due WHERE d.id = due.id
         RETURNING d.id, d.subject_id, d.kind, d.due_at, d.owner_unit_id),
       logged AS (
         INSERT INTO deadline_events (deadline_id, kind, at, due_at)
         SELECT id, '${flag.kind}', $1, due_at FROM flagged
         -- Back at a due instant at which it was flagged before: the event of that time stands.
         ON CONFLICT DO NOTHING),
       told AS (
         INSERT INTO outbox (topic, subject_id, payload)
         SELECT '${flag.topic}', subject_id, jsonb_build_object('deadlineId', id, 'kind', kind,
           'at', $1, 'dueAt', due_at, 'ownerUnitId', owner_unit_id) FROM flagged)
       SELECT id, kind FROM flagged`;
    const values = [this.clock.now(), BATCH, ...(only ?? [])];
    return this.transactions.as(DEADLINE_CLOCK, async (tx) => {
      const flagged: FlaggedRow[] = await tx.query(sql, values);
      noteFlagged(tx, flagged, flag.kind);
      return flagged.length;
    });
  }
}

function noteFlagged(tx: Tx, flagged: readonly FlaggedRow[], flag: Flag['kind']): void {
  for (const { id, kind } of flagged)
    noteChange(tx, { kind: 'deadline', id, after: { kind, flag } });
}
