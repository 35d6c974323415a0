import { Injectable } from '@nestjs/common';
import { archiveError, type Actor } from '@yikou/domain';
import { Clock, noteChange, Transactions } from '@yikou/platform';
import type { RetentionDto, SetRetentionDto } from './archive.dto.js';

/** R84: how long the cases of an item are kept, for those that are archived from now on. */
@Injectable()
export class SetRetention {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `archive.item_unknown` */
  run({ itemCode, retention }: SetRetentionDto, actor: Actor): Promise<RetentionDto> {
    return this.transactions.run(async (tx) => {
      const rows: { item_id: string }[] = await tx.query(
        `INSERT INTO item_retentions (item_id, retention, set_by_id, set_at)
         SELECT id, $2, $3, $4 FROM service_items WHERE code = $1
         ON CONFLICT (item_id) DO UPDATE SET retention = excluded.retention,
           set_by_id = excluded.set_by_id, set_at = excluded.set_at
         RETURNING item_id`,
        [itemCode, retention, actor.accountId, this.clock.now()],
      );
      const [row] = rows;
      if (!row) throw archiveError('archive.item_unknown');
      noteChange(tx, { kind: 'service-item', id: row.item_id, after: { itemCode, retention } });
      return { itemCode, retention };
    });
  }
}
