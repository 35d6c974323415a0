import { standardOfVersion, type BookEntry, type ItemStandard } from '@yikou/domain';
import type { Tx } from '@yikou/platform';
import { ItemVersion } from '../catalog/index.js';

/** More than any district has of one level; a book beyond it would not be printed in time. */
export const MOST_ITEMS = 3000;

/** What an edition of a level would hold today: every item's version in force, in the order of the codes. */
export async function contentsToday(tx: Tx, level: ItemStandard['level']): Promise<BookEntry[]> {
  const versions = await tx
    .createQueryBuilder(ItemVersion, 'v')
    .where('v.id IN (SELECT i.current_version_id FROM service_items i WHERE i.level = :level)', {
      level,
    })
    .orderBy('v.itemCode')
    .limit(MOST_ITEMS)
    .getMany();
  return versions.map(entryOf);
}

/** What an edition holds, in its own order. */
export async function contentsOfBook(tx: Tx, bookId: string): Promise<BookEntry[]> {
  const versions = await tx
    .createQueryBuilder(ItemVersion, 'v')
    .innerJoin('spec_book_items', 'i', 'i.item_version_id = v.id AND i.book_id = :bookId', {
      bookId,
    })
    .orderBy('i.place')
    .limit(MOST_ITEMS)
    .getMany();
  return versions.map(entryOf);
}

function entryOf(version: ItemVersion): BookEntry {
  return { versionId: version.id, number: version.number, standard: standardOfVersion(version) };
}
