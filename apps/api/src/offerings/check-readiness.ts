import { Injectable } from '@nestjs/common';
import { catalogError, type Actor } from '@yikou/domain';
import { Clock, noteChange, Transactions } from '@yikou/platform';
import { managedHallOf } from './hall.js';
import type { CheckReadinessDto, OfferingDto } from './offering.dto.js';
import { OfferingQueries } from './offering.queries.js';

/** R49: somebody looked at one thing that a dedicated network asks for. */
@Injectable()
export class CheckReadiness {
  constructor(
    private readonly transactions: Transactions,
    private readonly offerings: OfferingQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `catalog.offering_unknown`, `catalog.offering_not_yours`,
   *   `catalog.readiness_not_asked`
   */
  run(
    unitId: string,
    code: string,
    { point, state, note = '' }: CheckReadinessDto,
    actor: Actor,
  ): Promise<OfferingDto> {
    return this.transactions.run(async (tx) => {
      await managedHallOf(tx, unitId, actor);
      const row = await this.offerings.row(tx, unitId, code);
      if (!row.version.content.more?.dedicatedNetwork) {
        throw catalogError('catalog.readiness_not_asked');
      }
      await tx.query(
        `INSERT INTO readiness_checks (unit_id, item_id, point, state, note, checked_by_id, checked_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (unit_id, item_id, point) DO UPDATE SET state = excluded.state, note = excluded.note,
           checked_by_id = excluded.checked_by_id, checked_at = excluded.checked_at`,
        [unitId, row.item_id, point, state, note, actor.accountId, this.clock.now()],
      );
      noteChange(tx, { kind: 'offering', id: row.item_id, after: { unitId, point, state } });
      return this.offerings.one(tx, unitId, code, actor);
    });
  }
}
