import type { QueryRunner } from 'typeorm';
import { contentHash, entryHash, NO_HASH } from '../audit/audit-entry.js';
import type { ChainHead, StoredEntry } from '../audit/audit-reader.js';

type Hashed = Pick<StoredEntry, 'seq' | 'hash'>;

/**
 * A chain in the hands of somebody who owns the tables, knows how the hashes are made, and cannot
 * reach the anchors.
 */
export class ForgedChain {
  constructor(
    private readonly runner: QueryRunner,
    readonly chain: string,
    readonly rows: readonly StoredEntry[],
    /** Counts at which an anchor saw the chain, rising. */
    readonly anchored: readonly number[],
  ) {}

  get length(): number {
    return this.rows.length;
  }

  get lastAnchor(): number {
    return this.anchored.at(-1) ?? 0;
  }

  row(seq: number): StoredEntry {
    const row = this.rows[seq - 1];
    if (!row) throw new Error(`there is no entry ${seq}`);
    return row;
  }

  /** The rows after `seq`. */
  after(seq: number): readonly StoredEntry[] {
    return this.rows.slice(seq);
  }

  /** @param assignment of a column to `$3` */
  async set(seq: number, assignment: string, value: unknown): Promise<void> {
    await this.runner.query(
      `UPDATE audit_entries SET ${assignment} WHERE chain = $1 AND seq = $2`,
      [this.chain, seq, value],
    );
  }

  /** Puts rows in the place of all that the chain has from `seq` on. */
  async replaceFrom(seq: number, rows: readonly StoredEntry[]): Promise<void> {
    await this.runner.query('DELETE FROM audit_entries WHERE chain = $1 AND seq >= $2', [
      this.chain,
      seq,
    ]);
    await this.runner.query(
      'INSERT INTO audit_entries SELECT * FROM json_populate_recordset(null::audit_entries, $1)',
      [JSON.stringify(rows)],
    );
  }

  async setHead({ count, hash }: Omit<ChainHead, 'chain'>): Promise<void> {
    await this.runner.query('UPDATE audit_chains SET count = $2, head_hash = $3 WHERE chain = $1', [
      this.chain,
      count,
      hash,
    ]);
  }

  async removeHead(): Promise<void> {
    await this.runner.query('DELETE FROM audit_chains WHERE chain = $1', [this.chain]);
  }

  /** Numbers rows on from `seq` and recomputes every hash. */
  rehashed(seq: number, rows: readonly StoredEntry[]): StoredEntry[] {
    let last: Hashed = seq === 1 ? { seq: 0, hash: NO_HASH } : this.row(seq - 1);
    return rows.map((row) => {
      const content_hash = contentHash(row);
      const hash = entryHash(last.hash, last.seq + 1, content_hash);
      const forged = { ...row, seq: last.seq + 1, content_hash, prev_hash: last.hash, hash };
      last = forged;
      return forged;
    });
  }

  /** Rewrites the chain from `seq` to the end so that the database alone shows nothing. */
  async rewriteFrom(seq: number, rows: readonly StoredEntry[]): Promise<void> {
    const forged = this.rehashed(seq, rows);
    await this.replaceFrom(seq, forged);
    const { seq: count, hash } = forged.at(-1) ?? this.row(seq - 1);
    await this.setHead({ count, hash });
  }

  /** The first count from `seq` on at which an anchor saw the chain; Infinity where none did. */
  anchorFrom(seq: number): number {
    return this.anchored.find((count) => count >= seq) ?? Infinity;
  }
}
