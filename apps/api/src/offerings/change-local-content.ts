import { Injectable } from '@nestjs/common';
import {
  catalogError,
  localDateOf,
  offeringStandingOn,
  onlyLocalContentChanges,
  type Actor,
} from '@yikou/domain';
import { Clock, noteChange, strictValidation, Transactions, type Tx } from '@yikou/platform';
import { checkCounters } from './check-counters.js';
import { managedHallOf } from './hall.js';
import { ChangeLocalContentDto, type OfferingDto } from './offering.dto.js';
import { OfferingQueries } from './offering.queries.js';
import type { OfferingRow } from './offering.row.js';

/** R34: a hall says where, when and at which counters; what the standard says is the same everywhere. */
@Injectable()
export class ChangeLocalContent {
  private readonly validation = strictValidation();

  constructor(
    private readonly transactions: Transactions,
    private readonly offerings: OfferingQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * @param change any object: a locked field is refused by its name, not as one unknown
   * @throws DomainError `catalog.core_content_locked`, `catalog.not_local_content`,
   *   `catalog.offering_unknown`, `catalog.offering_not_yours`, `catalog.offering_ended`,
   *   `catalog.counter_unknown`
   */
  async run(
    unitId: string,
    code: string,
    change: Record<string, unknown> | undefined,
    actor: Actor,
  ): Promise<OfferingDto> {
    onlyLocalContentChanges({ ...change });
    const checked = (await this.validation.transform(
      { ...change },
      {
        type: 'body',
        metatype: ChangeLocalContentDto,
      },
    )) as ChangeLocalContentDto;
    return this.transactions.run(async (tx) => {
      const hall = await managedHallOf(tx, unitId, actor);
      checkCounters(checked.counters ?? [], hall.counters);
      const row = await this.offerings.row(tx, unitId, code);
      this.refuseEnded(row);
      await write(tx, row, checked);
      const before = localOf(row);
      noteChange(tx, { kind: 'offering', id: row.item_id, before, after: { ...checked } });
      return this.offerings.one(tx, unitId, code, actor);
    });
  }

  private refuseEnded(row: OfferingRow): void {
    const period = { startedOn: row.started_on, endedOn: row.ended_on };
    const standing = offeringStandingOn(period, localDateOf(this.clock.now()));
    if (standing === 'ENDED') throw catalogError('catalog.offering_ended');
  }
}

function localOf({ address, telephone, opening_hours, counters }: OfferingRow) {
  return { address, telephone, openingHours: opening_hours, counters };
}

/** What was not named stays; what was emptied is again what holds for the whole hall. */
async function write(tx: Tx, row: OfferingRow, change: ChangeLocalContentDto): Promise<void> {
  const next = { ...localOf(row), ...change };
  await tx.query(
    `UPDATE offerings SET address = nullif(btrim($3), ''), telephone = nullif(btrim($4), ''),
       opening_hours = nullif(btrim($5), ''), counters = $6
     WHERE unit_id = $1 AND item_id = $2`,
    [
      ...[row.unit_id, row.item_id, next.address, next.telephone, next.openingHours],
      next.counters ?? [],
    ],
  );
}
