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
  v.handling_kind AS "handlingKind", v.closure, v.class, v.promised_days AS "promisedDays", v.day_unit AS "dayUnit",
  v.pinyin_initials AS "pinyinInitials"`;

const FILTERS = [
  ['level', 'v.level'],
  ['theme', 'v.theme'],
  ['handlingKind', 'v.handling_kind'],
  ['closure', 'v.closure'],
  ['class', 'v.class'],
] as const;

const WHERE_STANDING = {
  IN_FORCE: 'i.current_version_id = v.id',
  NOT_IN_FORCE: `i.current_version_id IS NULL
    AND v.number = (SELECT max(l.number) FROM item_versions l WHERE l.item_id = i.id)`,
};

@Injectable()
export class CatalogQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async page(query: ItemQueryDto): Promise<ItemPageDto> {
    const { q, offeredBy, standing = 'IN_FORCE', cursor, limit = USUAL_PAGE } = query;
    const params: unknown[] = [limit + 1];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const where = [WHERE_STANDING[standing]];
    if (q?.trim()) {
      const pattern = bind(`%${likeOf(q.trim().toLowerCase())}%`);
      where.push(`lower(v.name || ' ' || v.item_code || ' ' || v.pinyin_initials) LIKE ${pattern}`);
    }
    for (const [filter, column] of FILTERS) {
      if (query[filter]) where.push(`${column} = ${bind(query[filter])}`);
    }
    if (offeredBy) {
      where.push(
        `EXISTS (SELECT 1 FROM offerings o WHERE o.unit_id = ${bind(offeredBy)} AND o.item_id = i.id)`,
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
         OR EXISTS (SELECT 1 FROM offerings o WHERE o.unit_id = $1 AND o.item_id = i.id)
       GROUP BY v.theme ORDER BY count DESC, v.theme LIMIT 100`,
      [offeredBy ?? null],
    );
    return { items };
  }

  /** @throws DomainError `catalog.item_unknown`, `catalog.item_retired` */
  item(code: string): Promise<ItemDto> {
    return this.transactions.read(async (tx) => {
      const version = await this.currentVersion(tx, code);
      const offeredBy: OfferingUnitDto[] = await tx.query(
        `SELECT u.id AS "unitId", u.name, r.name AS "areaName", u.telephone, u.address,
         u.opens_at AS "opensAt", u.closes_at AS "closesAt"
       FROM offerings o JOIN units u ON u.id = o.unit_id JOIN areas r ON r.code = u.area_code
       WHERE o.item_id = $1 ORDER BY u.code LIMIT 100`,
        [version.itemId],
      );
      return drawItem(version, offeredBy);
    });
  }

  /** @throws DomainError `catalog.item_unknown`, `catalog.item_retired` */
  private async currentVersion(tx: Tx, code: string): Promise<ItemVersion> {
    const found = await tx
      .createQueryBuilder(ItemVersion, 'v')
      .innerJoin('service_items', 'i', 'i.current_version_id = v.id')
      .where('i.code = :code', { code })
      .getOne();
    if (found) return found;
    const isRetired = await this.isRetired(tx, code);
    throw catalogError(isRetired ? 'catalog.item_retired' : 'catalog.item_unknown');
  }

  /** Whether the latest version that has begun was ended by decision. */
  private async isRetired(tx: Tx, code: string): Promise<boolean> {
    const [latest]: { retired: boolean | null }[] = await tx.query(
      `SELECT r.retired_from <= $2 AS retired
       FROM item_versions v LEFT JOIN item_retirements r ON r.version_id = v.id
       WHERE v.item_code = $1 AND v.effective_from <= $2
       ORDER BY v.effective_from DESC, v.number DESC LIMIT 1`,
      [code, localDateOf(this.clock.now())],
    );
    return latest?.retired ?? false;
  }

  /**
   * The version that a centre or station offers now; none from the day on which the item is retired,
   * also in the minute before its clock says so.
   *
   * @throws DomainError `catalog.item_unknown`, `catalog.item_retired`, `catalog.not_offered`
   */
  async offeredVersion(tx: Tx, unitId: string, code: string): Promise<ItemVersion> {
    const found = await tx
      .createQueryBuilder(ItemVersion, 'v')
      .innerJoin('offerings', 'o', 'o.item_version_id = v.id AND o.unit_id = :unitId', { unitId })
      .where('v.item_code = :code', { code })
      .andWhere(
        'NOT EXISTS (SELECT 1 FROM item_retirements r WHERE r.version_id = v.id AND r.retired_from <= :today)',
        { today: localDateOf(this.clock.now()) },
      )
      .getOne();
    if (found) return found;
    if (await this.isRetired(tx, code)) throw catalogError('catalog.item_retired');
    await this.currentVersion(tx, code);
    throw catalogError('catalog.not_offered');
  }
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
    class: rest.class,
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
