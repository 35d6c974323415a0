import { Injectable } from '@nestjs/common';
import {
  dayAfter,
  catalogError,
  decideVersion,
  localDateOf,
  standardOfVersion,
} from '@yikou/domain';
import type { Actor, VersionFacts } from '@yikou/domain';
import { announce, Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import type { CatalogEntryDto, RetireItemDto } from './catalog-entry.dto.js';
import { ItemRetirement, ItemVersion } from './catalog.entity.js';
import { PublishVersion } from './publish-version.js';
import { VersionQueries } from './version.queries.js';

/**
 * Ends an item's last version by decision: after its last day no request is taken for it, while open
 * cases go on under the version that they came under (P8).
 */
@Injectable()
export class RetireItem {
  constructor(
    private readonly transactions: Transactions,
    private readonly versions: VersionQueries,
    private readonly publishVersion: PublishVersion,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `catalog.item_unknown`, or the code of the rule that refuses */
  run(code: string, { reason, lastDay }: RetireItemDto, actor: Actor): Promise<CatalogEntryDto> {
    return this.transactions.run(async (tx) => {
      const { itemId, last, facts } = await this.lastOf(tx, code);
      const today = localDateOf(this.clock.now());
      const retiredFrom = dayAfter(lastDay);
      decideVersion(facts, 'retire', actor, { today, reason, effectiveFrom: retiredFrom });
      await tx.insert(ItemRetirement, {
        versionId: last.id,
        retiredFrom,
        reason,
        decidedBy: actor.accountId,
        decidedAt: this.clock.now(),
      });
      await this.publishVersion.bringIntoForce(tx, itemId);
      noteChange(tx, {
        kind: 'service-item',
        id: itemId,
        after: { itemCode: code, lastDay },
        reason,
      });
      const payload = { versionId: last.id, code, number: last.number, retiredFrom };
      await announce(tx, [{ topic: 'catalog.retired', subjectId: itemId, payload }]);
      return this.versions.entryIn(tx, code, actor);
    });
  }

  /** The last published version; the item stays locked, so that of two who retire it one comes second. */
  private async lastOf(tx: Tx, code: string) {
    const [item]: { id: string }[] = await tx.query(
      'SELECT id FROM service_items WHERE code = $1 FOR UPDATE',
      [code],
    );
    const last =
      item &&
      (await tx.findOne(ItemVersion, { where: { itemId: item.id }, order: { number: 'DESC' } }));
    if (!last) throw catalogError('catalog.item_unknown');
    const isRetired = await tx.existsBy(ItemRetirement, { versionId: last.id });
    const facts: VersionFacts = {
      state: isRetired ? 'RETIRED' : 'PUBLISHED',
      standard: standardOfVersion(last),
      authors: [],
      reviewUnitId: null,
      lastEffectiveFrom: last.effectiveFrom,
      isAnotherInProgress: false,
    };
    return { itemId: last.itemId, last, facts };
  }
}
