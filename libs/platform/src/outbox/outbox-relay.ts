import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Transactions, type Tx } from '../database/transactions.js';

interface OutboxRow {
  id: string;
  topic: string;
  subject_id: string;
  payload: Record<string, unknown>;
}

export type NewsListener = (
  tx: Tx,
  news: { subjectId: string; payload: Record<string, unknown> },
) => Promise<void>;

/** The name under which the relay carries news; listeners act under it as well. */
const RELAY = 'relay';

/** A message that failed is tried again later, so that it never stops the ones behind it (T5). */
const RETRY_SECONDS = [1, 5, 30, 120, 600];

/**
 * Carries news to their listeners. Each message is handled in one transaction with the mark that it
 * was handled, so its effect happens once however often the relay is killed.
 */
@Injectable()
export class OutboxRelay {
  private readonly logger = new Logger(OutboxRelay.name);
  private readonly listeners = new Map<string, NewsListener>();

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Error when the topic has a listener already */
  listen(topic: string, listener: NewsListener): void {
    if (this.listeners.has(topic)) throw new Error(`two listeners for ${topic}`);
    this.listeners.set(topic, listener);
  }

  /** Handles what is waiting, at most `limit` messages. @returns how many were taken up */
  async drain(limit = 200): Promise<number> {
    for (let taken = 0; taken < limit; taken++) {
      if (!(await this.takeOne())) return taken;
    }
    return limit;
  }

  private async takeOne(): Promise<boolean> {
    const now = this.clock.now();
    let row: OutboxRow | undefined;
    try {
      await this.transactions.as(RELAY, async (tx) => {
        row = await this.next(tx, now);
        if (row) await this.handle(tx, row, now);
      });
    } catch (error) {
      // Also a failure at the commit itself is this message's; without a message it is the database's.
      if (!row) throw error;
      await this.postpone(row, error);
    }
    return row !== undefined;
  }

  private async next(tx: Tx, now: Date): Promise<OutboxRow | undefined> {
    const [row]: OutboxRow[] = await tx.query(
      `SELECT id, topic, subject_id, payload FROM outbox
       WHERE handled_at IS NULL AND topic = ANY($1) AND try_after <= $2
       ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [[...this.listeners.keys()], now],
    );
    return row;
  }

  private async handle(tx: Tx, row: OutboxRow, now: Date): Promise<void> {
    const { topic, subject_id: subjectId, payload } = row;
    await this.listeners.get(topic)?.(tx, { subjectId, payload });
    await tx.query('UPDATE outbox SET handled_at = $2 WHERE id = $1', [row.id, now]);
  }

  private async postpone(row: OutboxRow, error: unknown): Promise<void> {
    this.logger.error(`news ${row.topic} ${row.id} failed: ${String(error)}`);
    const postponed = (tx: Tx) =>
      tx.query(
        `UPDATE outbox SET tries = tries + 1, last_error = $2,
         try_after = $3::timestamptz + ($4::int[])[least(tries + 1, $5)] * interval '1 second'
       WHERE id = $1 AND handled_at IS NULL`,
        [
          row.id,
          String(error).slice(0, 500),
          this.clock.now(),
          RETRY_SECONDS,
          RETRY_SECONDS.length,
        ],
      );
    await this.transactions.as(RELAY, postponed);
  }
}
