import { Injectable } from '@nestjs/common';
import { maskName, type Actor } from '@yikou/domain';
import { FieldCipher } from '@yikou/platform';
import { PerformVerb } from './perform-verb.js';
import type { CaseDto } from './workflow.dto.js';
import type { DeliverDto } from './verb.dto.js';

/** Hands the result out; whoever took it is a person, and kept sealed. */
@Injectable()
export class DeliverCase {
  constructor(
    private readonly performVerb: PerformVerb,
    private readonly cipher: FieldCipher,
  ) {}

  run(caseId: string, body: DeliverDto, actor: Actor): Promise<CaseDto> {
    const { version, method: deliveryMethod, receiver, proof } = body;
    const input = {
      deliveryMethod,
      receiver: this.cipher.encrypt(receiver, receiverPlaceOf(caseId)),
      receiverMasked: maskName(receiver),
      proof,
    };
    return this.performVerb.run({ caseId, version, verb: 'deliver', input }, actor);
  }
}

export const receiverPlaceOf = (caseId: string) => `cases.delivery_receiver:${caseId}`;
