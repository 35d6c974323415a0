import { Injectable } from '@nestjs/common';
import {
  catalogError,
  localDateOf,
  offeringStandingOn,
  standardOfVersion,
  wayOfOffering,
  type OfferingWay,
  type ReadinessCheck,
} from '@yikou/domain';
import { Clock, type Tx } from '@yikou/platform';
import { CatalogQueries, ItemVersion } from '../catalog/index.js';
import { keepOffers } from './offers-lock.js';

/** What a counter takes in now: the version, and who closes it. */
export interface OfferedItem {
  version: ItemVersion;
  way: OfferingWay;
  sectionUnitId: string | null;
  rules: OfferingRules;
}

/** What a hall settles for an item besides its standard (行政许可法 §32, §42). */
export interface OfferingRules {
  silenceAccepts: boolean;
  extensionDays: number | null;
}

interface Raw {
  started_on: string;
  ended_on: string | null;
  section_unit_id: string | null;
  silence_accepts: boolean;
  extension_days: number | null;
  checks: ReadinessCheck[] | null;
  authorised: boolean;
  retired: boolean;
}

const AUTHORISED = `EXISTS (SELECT 1 FROM authorisations a
  WHERE a.centre_unit_id = o.unit_id AND a.item_id = o.item_id AND a.valid_from <= :today
    AND coalesce(a.valid_until, 'infinity') >= :today AND coalesce(a.revoked_from, 'infinity') > :today)`;
/** Also in the minute before the catalog's clock says so. */
const RETIRED = `EXISTS (SELECT 1 FROM item_retirements r
  WHERE r.version_id = v.id AND r.retired_from <= :today)`;
const CHECKS = `(SELECT json_agg(json_build_object('point', k.point, 'state', k.state))
  FROM readiness_checks k WHERE k.unit_id = o.unit_id AND k.item_id = o.item_id)`;

@Injectable()
export class OfferedItems {
  constructor(
    private readonly catalog: CatalogQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * The same for who opens a case on it in this transaction: meanwhile no copied model is taken out of
   * the unit again.
   */
  async findToOpen(tx: Tx, unitId: string, code: string): Promise<OfferedItem> {
    await keepOffers(tx, unitId);
    return this.find(tx, unitId, code);
  }

  /**
   * The version that a centre or station offers today, and who closes it (R44, R48, R49).
   *
   * @throws DomainError `catalog.item_unknown`, `catalog.item_retired`; `catalog.not_offered`, also before its first day and
   *   after it was withdrawn
   */
  async find(tx: Tx, unitId: string, code: string): Promise<OfferedItem> {
    const today = localDateOf(this.clock.now());
    const { entities, raw } = await tx
      .createQueryBuilder(ItemVersion, 'v')
      .innerJoin('offerings', 'o', 'o.item_version_id = v.id AND o.unit_id = :unitId')
      .addSelect('o.started_on::text', 'started_on')
      .addSelect('o.ended_on::text', 'ended_on')
      .addSelect('o.section_unit_id', 'section_unit_id')
      .addSelect('o.silence_accepts', 'silence_accepts')
      .addSelect('o.extension_days', 'extension_days')
      .addSelect(CHECKS, 'checks')
      .addSelect(AUTHORISED, 'authorised')
      .addSelect(RETIRED, 'retired')
      .where('v.item_code = :code')
      .setParameters({ unitId, code, today })
      .getRawAndEntities<Raw>();
    const [version] = entities;
    const [row] = raw;
    if (!version || !row || row.retired) return this.refuse(tx, code);
    const period = { startedOn: row.started_on, endedOn: row.ended_on };
    const standing = offeringStandingOn(period, today);
    if (standing !== 'OFFERED') throw catalogError('catalog.not_offered', WORDS[standing](period));
    const way = wayOfOffering(standardOfVersion(version), {
      checks: row.checks ?? [],
      isAuthorised: row.authorised,
      hasSection: row.section_unit_id !== null,
    });
    const rules = { silenceAccepts: row.silence_accepts, extensionDays: row.extension_days };
    return { version, way, sectionUnitId: row.section_unit_id, rules };
  }

  private async refuse(tx: Tx, code: string): Promise<never> {
    if (await this.catalog.isRetired(tx, code)) throw catalogError('catalog.item_retired');
    const [item]: unknown[] = await tx.query(
      'SELECT 1 FROM service_items WHERE code = $1 AND current_version_id IS NOT NULL',
      [code],
    );
    throw catalogError(item ? 'catalog.not_offered' : 'catalog.item_unknown');
  }
}

const WORDS = {
  NOT_BEGUN: ({ startedOn }: { startedOn: string }) => `${startedOn} 起办理`,
  ENDED: ({ endedOn }: { endedOn: string | null }) => `${endedOn} 起不再办理`,
};
