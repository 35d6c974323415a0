import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { localDateOf, storedVersionOf } from '@yikou/domain';
import { announce, Clock, type Tx } from '@yikou/platform';
import { ItemVersion } from './catalog.entity.js';
import type { DraftRow } from './draft.queries.js';
import { indexItems } from './index-items.js';
import { initialsOf } from './pinyin-of.js';

/** The name under which versions come into force by themselves. */
export const CATALOG_CLOCK = 'catalog-clock';

/**
 * Makes every item's version of today the current one, for the item and for whoever offers it: all
 * streets change on the same day (R34). An item whose version is retired by then has none.
 */
const BRING_INTO_FORCE = `
  WITH due AS (
    SELECT DISTINCT ON (v.item_id) v.item_id, v.id, coalesce(r.retired_from <= $1, false) AS retired
    FROM item_versions v LEFT JOIN item_retirements r ON r.version_id = v.id
    WHERE v.effective_from <= $1 AND ($2::uuid IS NULL OR v.item_id = $2)
    ORDER BY v.item_id, v.effective_from DESC, v.number DESC),
  items AS (
    UPDATE service_items i SET current_version_id = CASE WHEN NOT due.retired THEN due.id END FROM due
    WHERE i.id = due.item_id
      AND i.current_version_id IS DISTINCT FROM CASE WHEN NOT due.retired THEN due.id END
    RETURNING i.id),
  offered AS (
    UPDATE offerings o SET item_version_id = due.id FROM due
    WHERE o.item_id = due.item_id AND o.item_version_id <> due.id RETURNING o.item_id)
  SELECT count(*)::int AS count FROM items`;

/** Turns an approved draft into a version that nobody can change any more. */
@Injectable()
export class PublishVersion {
  constructor(private readonly clock: Clock) {}

  async run(tx: Tx, row: DraftRow, effectiveFrom: string): Promise<void> {
    const now = this.clock.now();
    const id = randomUUID();
    const stored = storedVersionOf(row.standard);
    await tx.insert(ItemVersion, {
      ...stored,
      id,
      itemId: row.item_id,
      class: row.standard.class,
      number: row.number,
      effectiveFrom,
      publishedAt: now,
      pinyinInitials: initialsOf(stored.name),
    });
    await this.bringIntoForce(tx, row.item_id);
    const payload = { versionId: id, code: row.item_code, number: row.number, effectiveFrom };
    await announce(tx, [{ topic: 'catalog.published', subjectId: row.item_id, payload }]);
  }

  /**
   * @param itemId one item, or all that have become due
   * @returns how many items changed
   */
  async bringIntoForce(tx: Tx, itemId: string | null = null): Promise<number> {
    const today = localDateOf(this.clock.now());
    const [row]: { count: number }[] = await tx.query(BRING_INTO_FORCE, [today, itemId]);
    await indexItems(tx, itemId);
    return row?.count ?? 0;
  }
}
