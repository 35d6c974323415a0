import { Injectable } from '@nestjs/common';
import { CatalogQueries } from '../catalog/index.js';
import type { Hall } from './pages/online-page.js';

export interface ItemAndHalls {
  itemCode: string;
  itemName: string;
  halls: readonly Hall[];
}

/** Where an item can be asked for. */
@Injectable()
export class HallsForItem {
  constructor(private readonly catalog: CatalogQueries) {}

  /** @throws DomainError `catalog.item_unknown`, `catalog.item_retired` */
  async find(itemCode: string): Promise<ItemAndHalls> {
    const { version, offeredBy } = await this.catalog.guide(itemCode);
    return { itemCode, itemName: version.name, halls: offeredBy };
  }
}

/** What stands in the address of a page, as far as it is a text of sensible length. */
export function asked(query: Record<string, unknown>, name: string): string {
  const value = query[name];
  return typeof value === 'string' ? value.slice(0, 64) : '';
}
