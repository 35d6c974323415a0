import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  localDateOf,
  maskIdentityNumber,
  receiptIsProven,
  resultLiesAtThisCounter,
  type Actor,
} from '@yikou/domain';
import { Clock, Transactions } from '@yikou/platform';
import { type CaseDto } from '../workflow/index.js';
import { Delivery } from './delivery.entity.js';
import type { HandOverDto } from './delivery.dto.js';
import { DeliverResult } from './deliver-result.js';
import { Signatures, type KeptSignature } from './signatures.js';
import { WaitingResults } from './waiting-results.js';

/** R57: hands a result over at the counter; the receiver signs on the screen or on paper. */
@Injectable()
export class HandOver {
  constructor(
    private readonly transactions: Transactions,
    private readonly waiting: WaitingResults,
    private readonly deliverResult: DeliverResult,
    private readonly signatures: Signatures,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `delivery.signature_missing`, `delivery.signature_unreadable`,
   *   `delivery.agent_unproven`, `delivery.on_its_way`, `case.not_yours`, and those of the verb `deliver`
   */
  async run(caseId: string, body: HandOverDto, actor: Actor): Promise<CaseDto> {
    const agent = receiptIsProven(body, localDateOf(this.clock.now()));
    const id = randomUUID();
    const kept = body.signature ? await this.signatures.keep(body.signature, id) : null;
    try {
      return await this.handOver({ id, caseId, body, agent, kept }, actor);
    } catch (error) {
      // Nothing refers to the signature then.
      if (kept) await this.signatures.forget(kept);
      throw error;
    }
  }

  private handOver({ id, caseId, body, agent, kept }: HandingOver, actor: Actor): Promise<CaseDto> {
    const { method, receiver, version, relation, signedOnPaper = false } = body;
    return this.transactions.run(async (tx) => {
      resultLiesAtThisCounter(await this.waiting.lock(tx, caseId, actor), actor);
      const now = this.clock.now();
      await tx.insert(Delivery, {
        ...{ id, caseId, unitId: actor.unitId, method, state: 'DELIVERED' },
        ...this.deliverResult.sealed(receiver, id),
        ...(agent ? this.agentOf(agent, id, relation) : {}),
        ...{ signedOnPaper: kept === null && signedOnPaper },
        ...(kept ? { signatureKey: kept.key, signatureSha256: kept.sha256 } : {}),
        ...{ begunAt: now, begunById: actor.accountId, endedAt: now, endedById: actor.accountId },
      });
      const proof = kept ? `屏上签名 ${kept.sha256.slice(0, 16)}` : '纸质送达回证签字';
      return this.deliverResult.run(tx, { caseId, version, method, receiver, proof }, actor);
    });
  }

  private agentOf(number: string, id: string, relation: string | undefined) {
    return {
      agentIdentity: this.deliverResult.sealedIdentity(number, id),
      agentIdentityMasked: maskIdentityNumber(number),
      relation: relation ?? null,
    };
  }
}

interface HandingOver {
  id: string;
  caseId: string;
  body: HandOverDto;
  agent: string | null;
  kept: KeptSignature | null;
}
