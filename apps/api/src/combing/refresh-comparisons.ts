import { Injectable } from '@nestjs/common';
import type { ItemStandard } from '@yikou/domain';
import { Transactions } from '@yikou/platform';
import { StandardItems } from '../catalog/index.js';
import { comparisonOf, hashedStandards, SAME, type HashedStandard } from './comparison.js';
import { COMBING } from './import-progress.js';

const ENTRIES_AT_ONCE = 1000;

interface StaleEntry {
  id: string;
  item_id: string;
  content: ItemStandard;
  content_hash: string;
}

/**
 * Keeps the comparisons of the present lists those with the versions in force. The matrix does not wait
 * for it: what is not refreshed yet it compares itself.
 */
@Injectable()
export class RefreshComparisons {
  constructor(
    private readonly transactions: Transactions,
    private readonly standardItems: StandardItems,
  ) {}

  /** @returns how many were refreshed */
  async run(limit = 50): Promise<number> {
    let refreshed = 0;
    for (let turn = 0; turn < limit; turn += 1) {
      const some = await this.refreshSome();
      refreshed += some;
      if (some < ENTRIES_AT_ONCE) break;
    }
    return refreshed;
  }

  private refreshSome(): Promise<number> {
    return this.transactions.as(COMBING, async (tx) => {
      const stale: StaleEntry[] = await tx.query(
        `SELECT e.id, e.item_id, e.content, e.content_hash FROM street_list_entries e
         JOIN street_lists l ON l.id = e.list_id AND l.replaced_at IS NULL
         JOIN service_items i ON i.id = e.item_id
         WHERE i.current_version_id IS DISTINCT FROM e.compared_version_id
         LIMIT $1 FOR UPDATE OF e SKIP LOCKED`,
        [ENTRIES_AT_ONCE],
      );
      if (stale.length === 0) return 0;
      const ids = [...new Set(stale.map(({ item_id }) => item_id))];
      const standards = hashedStandards(await this.standardItems.inForce(tx, { ids }));
      const rows = stale.flatMap((entry) => refreshed(entry, standards.get(entry.item_id)));
      await tx.query(
        `UPDATE street_list_entries e SET compared_version_id = r.version_id, differences = r.differences,
           core = r.core, differences_hash = r.hash
         FROM jsonb_to_recordset($1::jsonb)
           AS r(id uuid, version_id uuid, differences int, core int, hash text)
         WHERE e.id = r.id`,
        [JSON.stringify(rows)],
      );
      return rows.length;
    });
  }
}

function refreshed({ id, content, content_hash }: StaleEntry, item: HashedStandard | undefined) {
  if (!item) return [];
  const isSame = item.hash === content_hash;
  const { differences, core, differencesHash } = isSame
    ? SAME
    : comparisonOf(item.standard, content);
  return [{ id, version_id: item.versionId, differences, core, hash: differencesHash }];
}
