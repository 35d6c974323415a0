import { Injectable } from '@nestjs/common';
import { catalogError, differencesOf, standardOfVersion, type ItemStandard } from '@yikou/domain';
import { Transactions, type Tx } from '@yikou/platform';
import { ItemVersion } from './catalog.entity.js';
import type { DifferencesDto, VersionListDto, VersionSummaryDto } from './draft.dto.js';
import { ItemDraft } from './draft.entity.js';

/** The published versions of an item, and what lies between any two contents. */
@Injectable()
export class VersionQueries {
  constructor(private readonly transactions: Transactions) {}

  /** The newest hundred. @throws DomainError `catalog.item_unknown` */
  async ofItem(code: string): Promise<VersionListDto> {
    const items: VersionSummaryDto[] = await this.transactions.reader.query(
      `SELECT v.id, v.number, v.name, v.effective_from::text AS "effectiveFrom", v.published_at AS "publishedAt",
         v.id = i.current_version_id AS current
       FROM service_items i JOIN item_versions v ON v.item_id = i.id
       WHERE i.code = $1 ORDER BY v.number DESC LIMIT 100`,
      [code],
    );
    if (items.length === 0) throw catalogError('catalog.item_unknown');
    return { items };
  }

  /** @throws DomainError `catalog.version_unknown` */
  differences(from: string, to: string): Promise<DifferencesDto> {
    return this.transactions.read(async (tx) => ({
      items: differencesOf(await contentOf(tx, from), await contentOf(tx, to)),
    }));
  }
}

/** A published version or one in the making. */
async function contentOf(tx: Tx, id: string): Promise<ItemStandard> {
  const version = await tx.findOneBy(ItemVersion, { id });
  if (version) return standardOfVersion(version);
  const draft = await tx.findOneBy(ItemDraft, { id });
  if (!draft) throw catalogError('catalog.version_unknown');
  return draft.standard;
}
