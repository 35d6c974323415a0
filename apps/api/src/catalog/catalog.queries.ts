import { Inject, Injectable } from '@nestjs/common';
import { catalogError, localDateOf, pathOf } from '@yikou/domain';
import {
  Clock,
  SETTINGS,
  Transactions,
  type Reader,
  type Settings,
  type Tx,
} from '@yikou/platform';
import { ItemVersion } from './catalog.entity.js';
import type { ItemDto, OfferingUnitDto } from './catalog.dto.js';
import { isOfferedOn } from './offered-on.js';

/** Changes with the version in force, and with whatever a centre says of itself. */
const STAMP = `SELECT i.current_version_id AS version,
    (SELECT md5(string_agg(o::text || u::text || r.name, ' ' ORDER BY o.unit_id))
     FROM offerings o JOIN units u ON u.id = o.unit_id JOIN areas r ON r.code = u.area_code
     WHERE o.item_id = i.id AND ${isOfferedOn('$2')}) AS places
  FROM service_items i WHERE i.code = $1 AND i.current_version_id IS NOT NULL`;

@Injectable()
export class CatalogQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** What {@link item} answers is the same as long as this is. @throws DomainError `catalog.item_unknown` */
  async stamp(code: string): Promise<string> {
    const rows: { version: string; places: string | null }[] = await this.transactions.reader.query(
      STAMP,
      [code, this.today()],
    );
    const [row] = rows;
    if (!row) {
      const isRetired = await this.isRetired(this.transactions.reader, code);
      throw catalogError(isRetired ? 'catalog.item_retired' : 'catalog.item_unknown');
    }
    return `${row.version}-${row.places ?? 'nowhere'}-${this.settings.public.supervisionTelephone}`;
  }

  /** @throws DomainError `catalog.item_unknown` */
  async item(code: string): Promise<ItemDto> {
    const { version, offeredBy } = await this.guide(code);
    const { supervisionTelephone } = this.settings.public;
    return { ...drawItem(version), offeredBy, supervisionTelephone };
  }

  /** The version in force and where it is offered. @throws DomainError `catalog.item_unknown` */
  guide(code: string): Promise<{ version: ItemVersion; offeredBy: OfferingUnitDto[] }> {
    return this.transactions.read(async (tx) => {
      const version = await this.currentVersion(tx, code);
      const offeredBy: OfferingUnitDto[] = await tx.query(
        `SELECT u.id AS "unitId", u.code AS "unitCode", u.name, r.name AS "areaName", coalesce(o.telephone, u.telephone) AS telephone,
         coalesce(o.address, u.address) AS address, u.opens_at AS "opensAt", u.closes_at AS "closesAt",
         o.opening_hours AS "openingHours", o.counters
       FROM offerings o JOIN units u ON u.id = o.unit_id JOIN areas r ON r.code = u.area_code
       WHERE o.item_id = $1 AND ${isOfferedOn('$2')} ORDER BY u.code LIMIT 100`,
        [version.itemId, this.today()],
      );
      return { version, offeredBy };
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
  async isRetired(tx: Reader, code: string): Promise<boolean> {
    const [latest]: { retired: boolean | null }[] = await tx.query(
      `SELECT r.retired_from <= $2 AS retired
       FROM item_versions v LEFT JOIN item_retirements r ON r.version_id = v.id
       WHERE v.item_code = $1 AND v.effective_from <= $2
       ORDER BY v.effective_from DESC, v.number DESC LIMIT 1`,
      [code, this.today()],
    );
    return latest?.retired ?? false;
  }

  private today(): string {
    return localDateOf(this.clock.now());
  }
}

function drawItem(version: ItemVersion): Omit<ItemDto, 'offeredBy' | 'supervisionTelephone'> {
  const { content, ...rest } = version;
  return {
    code: rest.itemCode,
    name: rest.name,
    nameEn: rest.nameEn,
    theme: rest.theme,
    category: rest.category,
    level: rest.level,
    class: rest.class,
    handlingKind: rest.handlingKind,
    closure: rest.closure,
    path: pathOf(rest),
    promisedDays: rest.promisedDays,
    dayUnit: rest.dayUnit,
    pinyinInitials: rest.pinyinInitials,
    versionId: rest.id,
    versionNumber: rest.number,
    effectiveFrom: rest.effectiveFrom,
    publishedAt: rest.publishedAt,
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
  };
}
