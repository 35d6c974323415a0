import { Injectable } from '@nestjs/common';
import { catalogError, isCivilDate, localDateOf, type Actor } from '@yikou/domain';
import { Clock, noteChange, Transactions } from '@yikou/platform';
import { managedHallOf } from './hall.js';
import type { OfferingDto, WithdrawOfferingDto } from './offering.dto.js';
import { OfferingQueries } from './offering.queries.js';

/** R44: an item leaves a hall, with a reason; cases that were taken in go on to their end. */
@Injectable()
export class WithdrawOffering {
  constructor(
    private readonly transactions: Transactions,
    private readonly offerings: OfferingQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `catalog.offering_unknown`, `catalog.offering_not_yours`,
   *   `catalog.offering_ended`, `catalog.offering_period_invalid`
   */
  run(
    unitId: string,
    code: string,
    { reason, from }: WithdrawOfferingDto,
    actor: Actor,
  ): Promise<OfferingDto> {
    const today = localDateOf(this.clock.now());
    const endedOn = from ?? today;
    if (!isCivilDate(endedOn) || endedOn < today) {
      throw catalogError('catalog.offering_period_invalid');
    }
    return this.transactions.run(async (tx) => {
      await managedHallOf(tx, unitId, actor);
      const { item_id: itemId } = await this.offerings.row(tx, unitId, code);
      const [changed]: unknown[][] = await tx.query(
        `UPDATE offerings SET ended_on = greatest($3::date, started_on), end_reason = $4
         WHERE unit_id = $1 AND item_id = $2 AND (ended_on IS NULL OR ended_on > $5) RETURNING item_id`,
        [unitId, itemId, endedOn, reason, today],
      );
      if (!changed?.length) throw catalogError('catalog.offering_ended');
      noteChange(tx, { kind: 'offering', id: itemId, after: { unitId, endedOn }, reason });
      return this.offerings.one(tx, unitId, code, actor);
    });
  }
}
