import { Injectable } from '@nestjs/common';
import { standardOfVersion, type ItemStandard } from '@yikou/domain';
import type { Tx } from '@yikou/platform';
import { ItemVersion } from './catalog.entity.js';

/** A standard item as it is in force now. */
export interface StandardItem {
  itemId: string;
  versionId: string;
  number: number;
  standard: ItemStandard;
}

/** A district has some hundreds of items. */
const MOST_ITEMS = 10_000;

/** The standard that the lists of the streets are compared with. */
@Injectable()
export class StandardItems {
  /** In the order of their codes. */
  async inForce(
    tx: Tx,
    wanted: { levels?: readonly string[]; ids?: readonly string[] },
  ): Promise<StandardItem[]> {
    const query = tx
      .createQueryBuilder(ItemVersion, 'v')
      .innerJoin('service_items', 'i', 'i.current_version_id = v.id')
      .orderBy('v.itemCode')
      .limit(MOST_ITEMS);
    if (wanted.levels) query.andWhere('v.level = ANY(:levels)', { levels: wanted.levels });
    if (wanted.ids) query.andWhere('i.id = ANY(:ids)', { ids: wanted.ids });
    return (await query.getMany()).map(drawStandardItem);
  }

  async ofCode(tx: Tx, code: string): Promise<StandardItem | null> {
    const version = await tx
      .createQueryBuilder(ItemVersion, 'v')
      .innerJoin('service_items', 'i', 'i.current_version_id = v.id')
      .where('i.code = :code', { code })
      .getOne();
    return version && drawStandardItem(version);
  }
}

function drawStandardItem(version: ItemVersion): StandardItem {
  const { itemId, id: versionId, number } = version;
  return { itemId, versionId, number, standard: standardOfVersion(version) };
}
