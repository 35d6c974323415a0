import { Injectable } from '@nestjs/common';
import { Transactions, type Tx } from '@yikou/platform';
import { SearchQueries, type ItemPageDto, type ItemQueryDto } from '../catalog/index.js';
import type { HomeFacts, ListedCentre } from './pages/home-page.js';

const ROWS = 20;
/** Of convenience services on the front page. */
const FEW = 6;
/** The protocol of sitemaps allows no more in one file. */
const MOST_ADDRESSES = 40_000;
const MOST_CENTRES = 500;

export interface ListedItem {
  code: string;
  effectiveFrom: string;
}

/** What the public pages read. */
@Injectable()
export class GuideQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly search: SearchQueries,
  ) {}

  /** Such as 郑州市二七区. */
  district(): Promise<string> {
    return this.transactions.read((tx) => districtIn(tx));
  }

  home(): Promise<HomeFacts & { district: string }> {
    return this.transactions.read(async (tx) => ({
      district: await districtIn(tx),
      themes: (await this.search.themesIn(tx, { class: 'GOVERNMENT' })).items,
      featured: await this.search.pageIn(tx, { class: 'FEATURED', limit: FEW }),
      centres: await centresIn(tx),
    }));
  }

  results(query: ItemQueryDto): Promise<{ district: string; found: ItemPageDto }> {
    return this.transactions.read(async (tx) => ({
      district: await districtIn(tx),
      found: await this.search.pageIn(tx, { ...query, limit: ROWS }),
    }));
  }

  /** Every centre, and every item in force, for search engines. */
  listed(): Promise<{ centres: ListedCentre[]; items: ListedItem[] }> {
    return this.transactions.read(async (tx) => ({
      centres: await centresIn(tx),
      items: await this.itemsIn(tx),
    }));
  }

  private itemsIn(tx: Tx): Promise<ListedItem[]> {
    return tx.query(
      `SELECT s.code, v.effective_from::text AS "effectiveFrom"
       FROM item_search s JOIN item_versions v ON v.id = s.version_id ORDER BY s.code LIMIT $1`,
      [MOST_ADDRESSES],
    );
  }
}

/** A district has a centre in each of its streets. */
function centresIn(tx: Tx): Promise<ListedCentre[]> {
  return tx.query(
    "SELECT code, name FROM units WHERE kind = 'CENTRE' ORDER BY area_code, code LIMIT $1",
    [MOST_CENTRES],
  );
}

export async function districtIn(tx: Tx): Promise<string> {
  const rows: { name: string }[] = await tx.query(
    `SELECT coalesce(c.name, '') || d.name AS name FROM areas d LEFT JOIN areas c ON c.code = d.parent_code
     WHERE d.level = 'DISTRICT' ORDER BY d.pilot DESC, (SELECT count(*) FROM areas s WHERE s.parent_code = d.code) DESC,
       d.code LIMIT 1`,
  );
  return rows[0]?.name ?? '';
}
