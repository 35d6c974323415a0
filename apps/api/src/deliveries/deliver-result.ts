import { Injectable } from '@nestjs/common';
import { maskName, type Actor } from '@yikou/domain';
import { FieldCipher, type Tx } from '@yikou/platform';
import { PerformVerb, receiverPlaceOf, type CaseDto } from '../workflow/index.js';

export interface Received {
  caseId: string;
  version: number;
  method: string;
  receiver: string;
  /** What the case keeps as proof (R57). */
  proof: string;
}

/** Ends a case with what was received: the case's own verb, in the transaction of the delivery. */
@Injectable()
export class DeliverResult {
  constructor(
    private readonly performVerb: PerformVerb,
    private readonly cipher: FieldCipher,
  ) {}

  run(tx: Tx, received: Received, actor: Actor): Promise<CaseDto> {
    const { caseId, version, method: deliveryMethod, receiver, proof } = received;
    const input = {
      deliveryMethod,
      receiver: this.cipher.encrypt(receiver, receiverPlaceOf(caseId)),
      receiverMasked: maskName(receiver),
      proof,
    };
    return this.performVerb.within(tx, { caseId, version, verb: 'deliver', input }, actor);
  }

  /** The receiver as a delivery keeps it. */
  sealed(receiver: string, deliveryId: string) {
    return {
      receiver: this.cipher.encrypt(receiver, `deliveries.receiver:${deliveryId}`),
      receiverMasked: maskName(receiver),
    };
  }

  sealedIdentity(number: string, deliveryId: string): string {
    return this.cipher.encrypt(number, `deliveries.agent_identity:${deliveryId}`);
  }
}
