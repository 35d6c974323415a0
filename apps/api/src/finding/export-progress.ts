import { Injectable } from '@nestjs/common';
import { exportExpiresAt, type ExportedList } from '@yikou/domain';
import { Clock, FileStore, Transactions, type StoredFile } from '@yikou/platform';

/** The name under which exports are written; the policies of the table know it. */
export const EXPORTER = 'exporter';

/** How long without a sign of life until another worker takes an export for lost. */
const TAKEN_MS = 60_000;
const MOST_TRIES = 3;
const EXPIRED_AT_ONCE = 100;

export interface ExportJob {
  id: string;
  accountId: string;
  list: ExportedList;
  filter: Record<string, unknown>;
}

/** It was cancelled, or another worker has it: nothing more is to be done. */
export class ExportStopped extends Error {}

const TAKE = `
  WITH next AS (
    SELECT e.id FROM exports e
    WHERE e.state IN ('WAITING','RUNNING') AND (e.taken_until IS NULL OR e.taken_until <= $1)
    ORDER BY e.requested_at, e.id LIMIT 1 FOR UPDATE SKIP LOCKED),
  taken AS (
    UPDATE exports e SET state = 'RUNNING', taken_until = $2, tries = tries + 1, rows_done = 0
    FROM next WHERE e.id = next.id
    RETURNING e.id, e.account_id, e.list, e.filter)
  SELECT id, account_id AS "accountId", list, filter FROM taken`;

/** Where an export stands, written down so that the person sees it and may call it off. */
@Injectable()
export class ExportProgress {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  take(): Promise<ExportJob | undefined> {
    const now = this.clock.now();
    return this.transactions.as(EXPORTER, async (tx) => {
      const [job]: ExportJob[] = await tx.query(TAKE, [now, this.until(now)]);
      return job;
    });
  }

  /** @throws ExportStopped */
  tell({ id }: ExportJob, rowsDone: number): Promise<void> {
    return this.still(id, 'rows_done = $2, taken_until = $3', [
      rowsDone,
      this.until(this.clock.now()),
    ]);
  }

  /** @throws ExportStopped */
  finish({ id }: ExportJob, file: StoredFile, truncated: boolean): Promise<void> {
    const now = this.clock.now();
    return this.still(
      id,
      `state = 'READY', taken_until = NULL, storage_key = $2, sha256 = $3, bytes = $4, truncated = $5,
       finished_at = $6, expires_at = $7`,
      [file.key, file.sha256, file.bytes, truncated, now, exportExpiresAt(now)],
    );
  }

  fail({ id }: ExportJob): Promise<void> {
    return this.still(id, "state = 'FAILED', taken_until = NULL, finished_at = $2", [
      this.clock.now(),
    ]);
  }

  /** Tried again when its time is over, and given up after three tries. */
  async giveBack({ id }: ExportJob): Promise<void> {
    await this.transactions.as(EXPORTER, (tx) =>
      tx.query(
        `UPDATE exports SET state = CASE WHEN tries >= $2 THEN 'FAILED' ELSE state END,
           finished_at = CASE WHEN tries >= $2 THEN $3::timestamptz END
         WHERE id = $1 AND state = 'RUNNING'`,
        [id, MOST_TRIES, this.clock.now()],
      ),
    );
  }

  /** Deletes what has lain its day. The file goes first: what breaks off between is done again. */
  async expire(): Promise<void> {
    const now = this.clock.now();
    const over = await this.transactions.readAs(EXPORTER, (tx) =>
      tx.query<{ id: string; storage_key: string }[]>(
        `SELECT id, storage_key FROM exports WHERE state = 'READY' AND expires_at <= $1
         ORDER BY expires_at LIMIT ${EXPIRED_AT_ONCE}`,
        [now],
      ),
    );
    for (const { storage_key: key } of over) await this.files.remove(key);
    if (over.length === 0) return;
    await this.transactions.as(EXPORTER, (tx) =>
      tx.query(`UPDATE exports SET state = 'EXPIRED', storage_key = NULL WHERE id = ANY($1)`, [
        over.map(({ id }) => id),
      ]),
    );
  }

  private async still(id: string, set: string, values: unknown[]): Promise<void> {
    const rows = await this.transactions.as(EXPORTER, (tx) =>
      tx.query<unknown[]>(
        `WITH done AS (UPDATE exports SET ${set} WHERE id = $1 AND state = 'RUNNING' RETURNING id)
         SELECT id FROM done`,
        [id, ...values],
      ),
    );
    if (rows.length === 0) throw new ExportStopped(`export ${id} is not running any more`);
  }

  private until(now: Date): Date {
    return new Date(now.getTime() + TAKEN_MS);
  }
}
