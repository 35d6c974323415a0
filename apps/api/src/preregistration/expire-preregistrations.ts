import { Injectable } from '@nestjs/common';
import { localDateOf } from '@yikou/domain';
import { Clock, FileStore, noteChange, Transactions } from '@yikou/platform';
import { FORGOTTEN } from '../intake/index.js';
import { VISIT_CLOCK } from './preregistration.row.js';

/** In one transaction; the rest comes with the next turn. */
const AT_ONCE = 50;

interface OverRow {
  id: string;
  keys: string[];
}

/** Who did not come in time: their data and files are deleted (R71; 个人信息保护法第十九条). */
@Injectable()
export class ExpirePreregistrations {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    while ((await this.expire()) === AT_ONCE);
  }

  private expire(): Promise<number> {
    return this.transactions.as(VISIT_CLOCK, async (tx) => {
      const now = this.clock.now();
      const rows: OverRow[] = await tx.query(
        `SELECT p.id, ARRAY(SELECT f.storage_key FROM preregistration_files f
           WHERE f.preregistration_id = p.id) AS keys
         FROM preregistrations p WHERE p.state = 'SENT' AND p.last_day < $1
         ORDER BY p.last_day LIMIT ${AT_ONCE} FOR UPDATE OF p SKIP LOCKED`,
        [localDateOf(now)],
      );
      if (rows.length === 0) return 0;
      const ids = rows.map(({ id }) => id);
      // The contents first: stopped in between, the next turn finds the rows and goes on.
      for (const key of rows.flatMap(({ keys }) => keys)) await this.files.remove(key);
      await tx.query('DELETE FROM preregistration_files WHERE preregistration_id = ANY($1)', [ids]);
      await tx.query(
        `UPDATE preregistrations SET state = 'EXPIRED', ended_at = $2, ${FORGOTTEN}, sender_index = NULL
         WHERE id = ANY($1)`,
        [ids, now],
      );
      const change = { before: { state: 'SENT' }, after: { state: 'EXPIRED' } };
      for (const id of ids) noteChange(tx, { kind: 'preregistration', id, ...change });
      return rows.length;
    });
  }
}
