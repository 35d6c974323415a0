import { Injectable } from '@nestjs/common';
import { originalsMayBeHandedOver, type Actor } from '@yikou/domain';
import { Clock, Transactions } from '@yikou/platform';
import { CaseQueries } from '../workflow/index.js';
import type { CustodyDto, HandOverOriginalsDto } from './custody.dto.js';
import { custodyCaseOf, CustodyQueries } from './custody.queries.js';
import { lockedOriginals, moveOriginals, writeHandover } from './write-handover.js';

/** Sends originals to another unit of the case, which has to accept them. */
@Injectable()
export class HandOverOriginals {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: CaseQueries,
    private readonly custody: CustodyQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `case.unknown`, `custody.not_in_hand`, `custody.receiver_unknown` */
  run(caseId: string, body: HandOverOriginalsDto, actor: Actor): Promise<CustodyDto> {
    const { originalIds, toUnitId, purpose } = body;
    return this.transactions.run(async (tx) => {
      const row = await this.cases.row(caseId, actor, tx, 'FOR UPDATE OF c');
      const originals = await lockedOriginals(tx, caseId, originalIds);
      const wanted = { count: originalIds.length, toUnitId };
      originalsMayBeHandedOver(custodyCaseOf(row), originals, wanted, actor);
      // Until the receiver has signed, whoever hands over answers for them.
      await moveOriginals(tx, originalIds, 'IN_TRANSIT', actor.unitId);
      // With the paper in hand a unit sees what it belongs to.
      await tx.query(
        `INSERT INTO case_units (case_id, unit_id, registered_at) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING`,
        [caseId, toUnitId, row.registered_at],
      );
      const handover = {
        ...{ caseId, kind: 'HANDED_OVER' as const, fromUnitId: actor.unitId, toUnitId, purpose },
        ...{ handedAt: this.clock.now(), handedById: actor.accountId, acceptedAt: null },
      };
      await writeHandover(tx, handover, originalIds);
      return this.custody.draw(tx, row, actor);
    });
  }
}
