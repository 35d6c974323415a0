import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  catalogError,
  decideConsultation,
  localDateOf,
  maskNumbersIn,
  mayBeAsked,
  receptionError,
  type Actor,
  type ConsultationFacts,
} from '@yikou/domain';
import { Clock, noteChange, signal, Transactions, type Tx } from '@yikou/platform';
import type { ConsultationDto, RecordConsultationDto } from './consultation.dto.js';
import { ConsultationQueries } from './consultation.queries.js';
import { offerDuty } from './offer-duty.js';
import { Consultation } from './reception.entity.js';
import { SealedContacts } from './sealed-contact.js';

/** R63, R72: somebody asks, and whoever is asked first has it on record as their duty. */
@Injectable()
export class RecordConsultation {
  constructor(
    private readonly transactions: Transactions,
    private readonly consultations: ConsultationQueries,
    private readonly contacts: SealedContacts,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `consultation.not_at_a_centre`, `catalog.item_unknown`,
   *   `consultation.nobody_there`, `consultation.handed_to_self`
   */
  run(body: RecordConsultationDto, actor: Actor): Promise<ConsultationDto> {
    if (!mayBeAsked(actor)) throw receptionError('consultation.not_at_a_centre');
    const now = this.clock.now();
    const id = randomUUID();
    const { type, question, contact, handOver } = body;
    const { accountId: holderId, unitId, areaPath } = actor;
    const asked: ConsultationFacts = {
      state: 'OPEN',
      unitId,
      holderId,
      holderUnitId: unitId,
      offer: null,
    };
    const offer = handOver && { unitId: handOver.unitId, accountId: handOver.accountId ?? null };
    const decided = offer
      ? decideConsultation(asked, 'handOver', actor, { offer })
      : body.outcome === 'OPEN'
        ? asked
        : decideConsultation(asked, 'answer', actor);
    const units = [...new Set([unitId, ...(offer ? [offer.unitId] : [])])];
    return this.transactions.run(async (tx) => {
      await tx.insert(Consultation, {
        id,
        state: decided.state,
        type,
        unitId,
        areaPath,
        askedAt: now,
        askedOn: localDateOf(now),
        firstContactId: holderId,
        holderId,
        holderUnitId: unitId,
        unitIds: units,
        ...(body.itemCode ? await itemOf(tx, body.itemCode) : {}),
        question: maskNumbersIn(question.trim()),
        ...(contact ? this.contacts.seal(id, contact) : {}),
        closedAt: decided.state === 'ANSWERED' ? now : null,
      });
      if (handOver) await offerDuty(tx, { id, handOver, from: actor, now });
      noteChange(tx, { kind: 'consultation', id, after: { type, state: decided.state } });
      signal(tx, { kind: 'consultation', id, units, area: areaPath });
      return this.consultations.one(tx, id, actor);
    });
  }
}

async function itemOf(tx: Tx, code: string): Promise<{ itemCode: string; itemName: string }> {
  const [item]: { name: string }[] = await tx.query(
    `SELECT v.name FROM service_items i JOIN item_versions v ON v.id = i.current_version_id
     WHERE i.code = $1`,
    [code],
  );
  if (!item) throw catalogError('catalog.item_unknown');
  return { itemCode: code, itemName: item.name };
}
