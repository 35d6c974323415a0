import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { resultWaitsAtThisCounter, type Actor } from '@yikou/domain';
import { Clock, noteChange, Transactions } from '@yikou/platform';
import { DeliveryReminder } from './delivery.entity.js';
import type { CaseDeliveriesDto, RemindDto } from './delivery.dto.js';
import { DeliveryQueries } from './delivery.queries.js';
import { WaitingResults } from './waiting-results.js';

/** Records that the applicant was told of the waiting result: by whom, when and how. */
@Injectable()
export class RemindApplicant {
  constructor(
    private readonly transactions: Transactions,
    private readonly waiting: WaitingResults,
    private readonly queries: DeliveryQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `case.not_yours`, `delivery.not_waiting`, `case.not_issued` */
  run(caseId: string, { way, note = '' }: RemindDto, actor: Actor): Promise<CaseDeliveriesDto> {
    return this.transactions.run(async (tx) => {
      resultWaitsAtThisCounter(await this.waiting.lock(tx, caseId, actor), actor);
      const id = randomUUID();
      await tx.insert(DeliveryReminder, {
        ...{ id, caseId, unitId: actor.unitId, way, note },
        ...{ at: this.clock.now(), byId: actor.accountId },
      });
      noteChange(tx, { kind: 'delivery-reminder', id, after: { caseId, way } });
      return this.queries.drawn(tx, caseId);
    });
  }
}
