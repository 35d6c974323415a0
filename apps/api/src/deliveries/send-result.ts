import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  deliveryError,
  resultIsOnItsWay,
  resultLiesAtThisCounter,
  workflowError,
  type Actor,
} from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import { Delivery } from './delivery.entity.js';
import type { CaseDeliveriesDto, SendDto, SettleDto } from './delivery.dto.js';
import { DeliverResult } from './deliver-result.js';
import { DeliveryQueries } from './delivery.queries.js';
import { WaitingResults, type OnItsWay } from './waiting-results.js';

/** R57: a result that goes by post or is brought home, until it is received or comes back. */
@Injectable()
export class SendResult {
  constructor(
    private readonly transactions: Transactions,
    private readonly waiting: WaitingResults,
    private readonly deliverResult: DeliverResult,
    private readonly queries: DeliveryQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `delivery.post_incomplete`, `delivery.assignee_unknown`, `delivery.on_its_way`,
   *   `case.delivery_method_not_offered`, `case.not_yours`, `case.not_issued`
   */
  run(caseId: string, body: SendDto, actor: Actor): Promise<CaseDeliveriesDto> {
    const { method, carrier, trackingNumber, assigneeId } = body;
    if (method === 'POST' && !(carrier?.trim() && trackingNumber)) {
      throw deliveryError('delivery.post_incomplete');
    }
    return this.transactions.run(async (tx) => {
      const result = await this.waiting.lock(tx, caseId, actor);
      resultLiesAtThisCounter(result, actor);
      if (!result.row.item.deliveryMethods.includes(method)) {
        throw workflowError('case.delivery_method_not_offered');
      }
      if (method === 'HOME_VISIT') await checkAssignee(tx, assigneeId, actor);
      const id = randomUUID();
      await tx.insert(Delivery, {
        ...{ id, caseId, unitId: actor.unitId, method, state: 'SENT' },
        ...(method === 'POST'
          ? { carrier: carrier ?? null, trackingNumber: trackingNumber ?? null }
          : { assigneeId: assigneeId ?? null }),
        ...{ begunAt: this.clock.now(), begunById: actor.accountId },
      });
      noteChange(tx, { kind: 'delivery', id, after: { caseId, method, state: 'SENT' } });
      return this.queries.drawn(tx, caseId);
    });
  }

  /** @throws DomainError `delivery.nothing_on_its_way`, `delivery.return_without_reason`, `case.stale` */
  settle(caseId: string, body: SettleDto, actor: Actor): Promise<CaseDeliveriesDto> {
    const { outcome, receiver, reason } = body;
    if (outcome === 'RETURNED' && !reason?.trim()) {
      throw deliveryError('delivery.return_without_reason');
    }
    if (outcome === 'DELIVERED' && !receiver) throw deliveryError('delivery.signature_missing');
    return this.transactions.run(async (tx) => {
      const result = await this.waiting.lock(tx, caseId, actor);
      resultIsOnItsWay(result, actor);
      if (result.row.version !== body.version) throw workflowError('case.stale');
      const sent = result.sent as OnItsWay;
      await tx.update(
        Delivery,
        { id: sent.id },
        {
          state: outcome,
          endedAt: this.clock.now(),
          endedById: actor.accountId,
          ...(outcome === 'RETURNED' ? { returnReason: reason ?? null } : {}),
          ...(receiver && outcome === 'DELIVERED'
            ? this.deliverResult.sealed(receiver, sent.id)
            : {}),
        },
      );
      if (outcome === 'DELIVERED' && receiver) {
        const received = { caseId, version: body.version, method: sent.method, receiver };
        await this.deliverResult.run(tx, { ...received, proof: proofOf(sent) }, actor);
      }
      noteChange(tx, { kind: 'delivery', id: sent.id, after: { caseId, state: outcome } });
      return this.queries.drawn(tx, caseId);
    });
  }
}

function proofOf({ carrier, tracking_number: number }: OnItsWay): string {
  return number ? `${carrier} ${number}` : '上门送达签收';
}

async function checkAssignee(tx: Tx, id: string | undefined, actor: Actor): Promise<void> {
  const found: unknown[] = await tx.query(
    'SELECT 1 FROM accounts WHERE id = $1 AND unit_id = $2 AND active',
    [id ?? null, actor.unitId],
  );
  if (found.length === 0) throw deliveryError('delivery.assignee_unknown');
}
