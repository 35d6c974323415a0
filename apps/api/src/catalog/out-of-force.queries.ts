import { Injectable } from '@nestjs/common';
import { pathOf } from '@yikou/domain';
import { Transactions } from '@yikou/platform';
import { cursorOf, keyOf, pageOf } from '../keyset.js';
import { USUAL_PAGE } from '../page.dto.js';
import type { ItemPageDto, ItemQueryDto, ItemSummaryDto } from './catalog.dto.js';

const CODE = [/^[\w-]{1,64}$/];

const SUMMARY = `v.item_code AS code, v.name, v.name_en AS "nameEn", v.theme, v.category, v.level, v.class,
  v.handling_kind AS "handlingKind", v.closure, v.promised_days AS "promisedDays", v.day_unit AS "dayUnit",
  v.pinyin_initials AS "pinyinInitials"`;

const FILTERS = [
  ['level', 'v.level'],
  ['theme', 'v.theme'],
  ['handlingKind', 'v.handling_kind'],
  ['closure', 'v.closure'],
  ['class', 'v.class'],
] as const;

const NOT_IN_FORCE = 'i.current_version_id IS NULL';
const FROM_LAST_VERSIONS = `FROM service_items i JOIN LATERAL (
  SELECT * FROM item_versions l WHERE l.item_id = i.id ORDER BY l.number DESC LIMIT 1) v ON true`;

/** Items that are retired or still to come, in their last version: few, so that no index of words is kept. */
@Injectable()
export class OutOfForceQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Selects the codes of those that a text names. */
  codesSql(q: string, bind: (value: unknown) => string): string {
    return `SELECT i.code ${FROM_LAST_VERSIONS} WHERE ${NOT_IN_FORCE} AND ${namedLike(q, bind)}`;
  }

  async page(query: ItemQueryDto): Promise<ItemPageDto> {
    const { q, cursor, limit = USUAL_PAGE } = query;
    const params: unknown[] = [limit + 1];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const where: string[] = [];
    if (q?.trim()) where.push(namedLike(q, bind));
    for (const [filter, column] of FILTERS) {
      if (query[filter]) where.push(`${column} = ${bind(query[filter])}`);
    }
    const [after] = keyOf(cursor, CODE) ?? [];
    if (after) where.push(`i.code > ${bind(after)}`);
    const rows: Omit<ItemSummaryDto, 'path'>[] = await this.transactions.reader.query(
      `SELECT ${SUMMARY} ${FROM_LAST_VERSIONS}
       WHERE ${[NOT_IN_FORCE, ...where].join(' AND ')} ORDER BY i.code LIMIT $1`,
      params,
    );
    return pageOf(
      rows,
      limit,
      (row) => ({ ...row, path: pathOf(row) }),
      (row) => cursorOf(row.code),
    );
  }
}

function namedLike(q: string, bind: (value: unknown) => string): string {
  const text = q.trim().toLowerCase();
  const pattern = bind(`%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
  return `lower(v.name || ' ' || v.item_code || ' ' || v.pinyin_initials) LIKE ${pattern}`;
}
