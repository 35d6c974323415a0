import { Injectable } from '@nestjs/common';
import { catalogError, isCivilDate, localDateOf, type Actor } from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import { checkCounters } from './check-counters.js';
import { levelOfHall, managedHallOf, type HallFacts } from './hall.js';
import type { OfferingDto, OfferItemDto } from './offering.dto.js';
import { OfferingQueries } from './offering.queries.js';

/** R44: an item enters a hall, from a day on; one that was withdrawn may come back. */
@Injectable()
export class OfferItem {
  constructor(
    private readonly transactions: Transactions,
    private readonly offerings: OfferingQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `catalog.hall_unknown`, `catalog.offering_not_yours`, `catalog.item_unknown`,
   *   `catalog.item_of_other_level`, `catalog.offered_already`, `catalog.offering_period_invalid`,
   *   `catalog.section_unknown`, `catalog.counter_unknown`
   */
  run(unitId: string, body: OfferItemDto, actor: Actor): Promise<OfferingDto> {
    const today = localDateOf(this.clock.now());
    const { itemCode, startedOn = today, endedOn, counters = [] } = body;
    checkPeriod(startedOn, endedOn);
    return this.transactions.run(async (tx) => {
      const hall = await managedHallOf(tx, unitId, actor);
      checkCounters(counters, hall.counters);
      const item = await itemOf(tx, itemCode);
      if (item.level !== levelOfHall(hall)) throw catalogError('catalog.item_of_other_level');
      const sectionUnitId = body.sectionUnitId ?? null;
      if (sectionUnitId) await checkSection(tx, sectionUnitId, hall);
      const written: unknown[] = await tx.query(
        `INSERT INTO offerings AS o (unit_id, item_id, item_version_id, started_on, ended_on, section_unit_id, counters)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (unit_id, item_id) DO UPDATE SET item_version_id = excluded.item_version_id,
           started_on = excluded.started_on, ended_on = excluded.ended_on, end_reason = NULL,
           section_unit_id = coalesce(excluded.section_unit_id, o.section_unit_id), counters = excluded.counters
         WHERE o.ended_on <= $8 RETURNING item_id`,
        [
          ...[unitId, item.id, item.version_id, startedOn, endedOn ?? null, sectionUnitId],
          ...[counters, today],
        ],
      );
      if (written.length === 0) throw catalogError('catalog.offered_already');
      const after = { unitId, itemCode, startedOn };
      noteChange(tx, { kind: 'offering', id: item.id, after });
      return this.offerings.one(tx, unitId, itemCode, actor);
    });
  }
}

function checkPeriod(startedOn: string, endedOn?: string): void {
  const isWrong = endedOn !== undefined && (!isCivilDate(endedOn) || endedOn <= startedOn);
  if (!isCivilDate(startedOn) || isWrong) throw catalogError('catalog.offering_period_invalid');
}

interface ItemFacts {
  id: string;
  level: string;
  version_id: string;
}

async function itemOf(tx: Tx, code: string): Promise<ItemFacts> {
  const [item]: ItemFacts[] = await tx.query(
    `SELECT id, level, current_version_id AS version_id FROM service_items
     WHERE code = $1 AND current_version_id IS NOT NULL`,
    [code],
  );
  if (!item) throw catalogError('catalog.item_unknown');
  return item;
}

/** A section of the same street, also for a station in it. */
async function checkSection(tx: Tx, id: string, hall: HallFacts): Promise<void> {
  const [found]: unknown[] = await tx.query(
    `SELECT 1 FROM units WHERE id = $1 AND kind = 'SECTION' AND substr(area_code, 1, 9) = $2`,
    [id, hall.areaCode.slice(0, 9)],
  );
  if (!found) throw catalogError('catalog.section_unknown');
}
