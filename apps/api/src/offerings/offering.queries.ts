import { Injectable } from '@nestjs/common';
import { catalogError, localDateOf, type Actor } from '@yikou/domain';
import { Clock, Transactions, type Reader } from '@yikou/platform';
import { cursorOf, keyOf, pageOf } from '../keyset.js';
import { USUAL_PAGE } from '../page.dto.js';
import type { OfferingDto, OfferingPageDto, OfferingQueryDto } from './offering.dto.js';
import { drawOffering, selectOfferings, type OfferingRow } from './offering.row.js';

const CODE = [/^[\w-]{1,64}$/];

/**
 * R47: the class of a version, as `standardOfVersion` reads it; within the offerings of one hall it needs
 * no index.
 */
const CLASS = `coalesce(v.content -> 'more' ->> 'class', CASE
  WHEN v.theme IN ('便民缴费','特色服务','党建服务')
    OR (jsonb_array_length(v.content -> 'legalBasis') > 0
      AND NOT jsonb_path_exists(v.content, '$.legalBasis[*] ? (!(@.title like_regex "二七政办〔2017〕11号"))'))
  THEN 'FEATURED' ELSE 'GOVERNMENT' END)`;

/** What a hall offers, offered or is to offer. */
@Injectable()
export class OfferingQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async page(unitId: string, query: OfferingQueryDto, actor: Actor): Promise<OfferingPageDto> {
    const { theme, handlingKind, class: itemClass, cursor, limit = USUAL_PAGE } = query;
    const today = localDateOf(this.clock.now());
    const params: unknown[] = [limit + 1, today, unitId];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const where = ['o.unit_id = $3'];
    if (theme) where.push(`v.theme = ${bind(theme)}`);
    if (handlingKind) where.push(`v.handling_kind = ${bind(handlingKind)}`);
    if (itemClass) where.push(`${CLASS} = ${bind(itemClass)}`);
    const [after] = keyOf(cursor, CODE) ?? [];
    if (after) where.push(`v.item_code > ${bind(after)}`);
    const rows: OfferingRow[] = await this.transactions.reader.query(
      `${selectOfferings('$2')} WHERE ${where.join(' AND ')} ORDER BY v.item_code LIMIT $1`,
      params,
    );
    const draw = (row: OfferingRow) => drawOffering(row, actor, today);
    return pageOf(rows, limit, draw, (row) => cursorOf(row.item_code));
  }

  /** @throws DomainError `catalog.offering_unknown` */
  async row(tx: Reader, unitId: string, code: string): Promise<OfferingRow> {
    const [row]: OfferingRow[] = await tx.query(
      `${selectOfferings('$3')} WHERE o.unit_id = $1 AND v.item_code = $2`,
      [unitId, code, localDateOf(this.clock.now())],
    );
    if (!row) throw catalogError('catalog.offering_unknown');
    return row;
  }

  async one(tx: Reader, unitId: string, code: string, actor: Actor): Promise<OfferingDto> {
    const row = await this.row(tx, unitId, code);
    return drawOffering(row, actor, localDateOf(this.clock.now()));
  }
}
