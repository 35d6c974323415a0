import { Injectable } from '@nestjs/common';
import {
  decideConsultation,
  maskNumbersIn,
  receptionError,
  type Actor,
  type ConsultationDecision,
  type ConsultationVerb,
} from '@yikou/domain';
import { Clock, noteChange, signal, Transactions, type Tx } from '@yikou/platform';
import type { ConsultationDto, HandOverInputDto } from './consultation.dto.js';
import { ConsultationQueries } from './consultation.queries.js';
import { consultationFactsOf, type ConsultationRow } from './consultation.row.js';
import { offerDuty } from './offer-duty.js';

export interface ConsultationRequest {
  id: string;
  version: number;
  verb: ConsultationVerb;
  answer?: string | undefined;
  reason?: string;
  handOver?: HandOverInputDto;
  /** What became of it. */
  caseId?: string;
}

const END_STATES = { accept: 'ACCEPTED', decline: 'DECLINED', takeBack: 'TAKEN_BACK' } as const;

/** Performs any verb on a consultation: lock, decide, write, in one transaction. */
@Injectable()
export class PerformConsultationVerb {
  constructor(
    private readonly transactions: Transactions,
    private readonly consultations: ConsultationQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `consultation.unknown`, `consultation.stale`, or the rule that refuses */
  run(request: ConsultationRequest, actor: Actor): Promise<ConsultationDto> {
    return this.transactions.run(async (tx) => {
      const row = await this.locked(tx, request, actor);
      await this.perform(tx, row, request, actor);
      return this.consultations.one(tx, request.id, actor);
    });
  }

  /** @throws DomainError `consultation.unknown`, `consultation.stale` */
  async locked(
    tx: Tx,
    { id, version }: Pick<ConsultationRequest, 'id' | 'version'>,
    actor: Actor,
  ): Promise<ConsultationRow> {
    const row = await this.consultations.row(id, actor, tx, 'FOR UPDATE OF c');
    if (row.version !== version) throw receptionError('consultation.stale');
    return row;
  }

  /** On a row that is locked already. */
  async perform(
    tx: Tx,
    row: ConsultationRow,
    request: ConsultationRequest,
    actor: Actor,
  ): Promise<void> {
    const { id, verb, reason, handOver } = request;
    const now = this.clock.now();
    const offer = handOver && { unitId: handOver.unitId, accountId: handOver.accountId ?? null };
    const decided = decideConsultation(consultationFactsOf(row), verb, actor, {
      ...(offer ? { offer } : {}),
      reason,
    });
    const units = [...new Set([...row.unit_ids, ...(offer ? [offer.unitId] : [])])];
    await write(tx, row, { decided, request, units, now });
    if (row.offer) await endOffer(tx, row.offer.id, { verb, reason, actor, now });
    if (handOver) await offerDuty(tx, { id, handOver, from: actor, now });
    noteChange(tx, {
      kind: 'consultation',
      id,
      before: { state: row.state, holderId: row.holder_id },
      after: { state: decided.state, holderId: decided.holderId },
      ...(reason ? { reason: maskNumbersIn(reason) } : {}),
    });
    signal(tx, { kind: 'consultation', id, units, area: row.area_path });
  }
}

interface Writing {
  decided: ConsultationDecision;
  request: ConsultationRequest;
  units: string[];
  now: Date;
}

async function write(tx: Tx, row: ConsultationRow, writing: Writing): Promise<void> {
  const { decided, request, units, now } = writing;
  const closes = decided.state === 'ANSWERED' || decided.state === 'BECAME_CASE';
  await tx.query(
    `UPDATE consultations SET version = version + 1, state = $2, holder_id = $3, holder_unit_id = $4,
       unit_ids = $5, answer = coalesce($6, answer), closed_at = CASE WHEN $7 THEN coalesce(closed_at, $8) END,
       case_id = $9 WHERE id = $1`,
    [
      row.id,
      decided.state,
      decided.holderId,
      decided.holderUnitId,
      units,
      request.answer ? maskNumbersIn(request.answer) : null,
      closes,
      now,
      request.caseId ?? null,
    ],
  );
}

interface Ending {
  verb: ConsultationVerb;
  reason: string | undefined;
  actor: Actor;
  now: Date;
}

/** Whatever else happens to it while it is offered takes the offer back. */
async function endOffer(tx: Tx, id: string, { verb, reason, actor, now }: Ending): Promise<void> {
  const state = verb === 'accept' || verb === 'decline' ? END_STATES[verb] : END_STATES.takeBack;
  await tx.query(
    `UPDATE consultation_hand_overs SET end_state = $2, ended_by_id = $3, ended_at = $4, end_reason = $5
     WHERE id = $1`,
    [id, state, actor.accountId, now, reason ? maskNumbersIn(reason) : null],
  );
}
