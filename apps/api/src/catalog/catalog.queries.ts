import { Injectable } from '@nestjs/common';
import { catalogError, localDateOf, pathOf } from '@yikou/domain';
import { Clock, Transactions, type Tx } from '@yikou/platform';
import { cursorOf, keyOf, pageOf } from '../keyset.js';
import { USUAL_PAGE } from '../page.dto.js';
import { ItemVersion } from './catalog.entity.js';
import type {
  ItemDto,
  ItemPageDto,
  ItemQueryDto,
  ItemSummaryDto,
  OfferingUnitDto,
  ThemeListDto,
} from './catalog.dto.js';

const CODE = [/^[\w-]{1,64}$/];

const SUMMARY = `v.item_code AS code, v.name, v.name_en AS "nameEn", v.theme, v.category, v.level,
  v.handling_kind AS "handlingKind", v.closure, v.promised_days AS "promisedDays", v.day_unit AS "dayUnit",
  v.pinyin_initials AS "pinyinInitials"`;

@Injectable()
export class CatalogQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async page(query: ItemQueryDto): Promise<ItemPageDto> {
    const { q, level, theme, offeredBy, cursor, limit = USUAL_PAGE } = query;
    const params: unknown[] = [limit + 1];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const where = ['i.current_version_id = v.id'];
    if (q?.trim()) {
      const pattern = bind(`%${likeOf(q.trim().toLowerCase())}%`);
      where.push(`lower(v.name || ' ' || v.item_code || ' ' || v.pinyin_initials) LIKE ${pattern}`);
    }
    if (level) where.push(`v.level = ${bind(level)}`);
    if (theme) where.push(`v.theme = ${bind(theme)}`);
    if (offeredBy) {
      where.push(
        `EXISTS (SELECT 1 FROM offerings o WHERE o.unit_id = ${bind(offeredBy)} AND o.item_id = i.id
           AND ${isOfferedOn(bind(this.today()))})`,
      );
    }
    const [after] = keyOf(cursor, CODE) ?? [];
    if (after) where.push(`v.item_code > ${bind(after)}`);
    const rows: Omit<ItemSummaryDto, 'path'>[] = await this.transactions.reader.query(
      `SELECT ${SUMMARY} FROM item_versions v JOIN service_items i ON i.id = v.item_id
       WHERE ${where.join(' AND ')} ORDER BY v.item_code LIMIT $1`,
      params,
    );
    return pageOf(
      rows,
      limit,
      (row) => ({ ...row, path: pathOf(row) }),
      (row) => cursorOf(row.code),
    );
  }

  async themes(offeredBy: string | undefined): Promise<ThemeListDto> {
    const items: { theme: string; count: number }[] = await this.transactions.reader.query(
      `SELECT v.theme, count(*)::int AS count
       FROM item_versions v JOIN service_items i ON i.current_version_id = v.id
       WHERE $1::uuid IS NULL
         OR EXISTS (SELECT 1 FROM offerings o WHERE o.unit_id = $1 AND o.item_id = i.id
           AND ${isOfferedOn('$2')})
       GROUP BY v.theme ORDER BY count DESC, v.theme LIMIT 100`,
      [offeredBy ?? null, this.today()],
    );
    return { items };
  }

  /** @throws DomainError `catalog.item_unknown` */
  item(code: string): Promise<ItemDto> {
    return this.transactions.read(async (tx) => {
      const version = await this.currentVersion(tx, code);
      const offeredBy: OfferingUnitDto[] = await tx.query(
        `SELECT u.id AS "unitId", u.name, r.name AS "areaName", coalesce(o.telephone, u.telephone) AS telephone,
         coalesce(o.address, u.address) AS address, u.opens_at AS "opensAt", u.closes_at AS "closesAt",
         o.opening_hours AS "openingHours", o.counters
       FROM offerings o JOIN units u ON u.id = o.unit_id JOIN areas r ON r.code = u.area_code
       WHERE o.item_id = $1 AND ${isOfferedOn('$2')} ORDER BY u.code LIMIT 100`,
        [version.itemId, this.today()],
      );
      return drawItem(version, offeredBy);
    });
  }

  /** @throws DomainError `catalog.item_unknown` */
  private async currentVersion(tx: Tx, code: string): Promise<ItemVersion> {
    const found = await tx
      .createQueryBuilder(ItemVersion, 'v')
      .innerJoin('service_items', 'i', 'i.current_version_id = v.id')
      .where('i.code = :code', { code })
      .getOne();
    if (!found) throw catalogError('catalog.item_unknown');
    return found;
  }

  private today(): string {
    return localDateOf(this.clock.now());
  }
}

/** The offering `o` holds on a day (R44). */
function isOfferedOn(day: string): string {
  return `o.started_on <= ${day}::date AND coalesce(o.ended_on, 'infinity') > ${day}::date`;
}

/** A clerk says 低保 for 最低生活保障: Chinese characters need not stand together. */
function likeOf(text: string): string {
  return /^\p{Script=Han}+$/u.test(text) ? [...text].join('%') : escapeLike(text);
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}

function drawItem(version: ItemVersion, offeredBy: OfferingUnitDto[]): ItemDto {
  const { content, ...rest } = version;
  return {
    code: rest.itemCode,
    name: rest.name,
    nameEn: rest.nameEn,
    theme: rest.theme,
    category: rest.category,
    level: rest.level,
    handlingKind: rest.handlingKind,
    closure: rest.closure,
    path: pathOf(rest),
    promisedDays: rest.promisedDays,
    dayUnit: rest.dayUnit,
    pinyinInitials: rest.pinyinInitials,
    versionId: rest.id,
    versionNumber: rest.number,
    effectiveFrom: rest.effectiveFrom,
    statutoryDays: rest.statutoryDays,
    statutoryDayUnit: rest.statutoryDayUnit,
    onTheSpotMinutes: rest.onTheSpotMinutes,
    ...content,
    steps: content.steps.map(({ name, role, days }) => ({ name, role, days })),
    fee: {
      charged: content.fee.charged,
      amount: content.fee.amount ?? null,
      basis: content.fee.basis ?? null,
    },
    offeredBy,
  };
}
