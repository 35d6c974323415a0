import { Injectable } from '@nestjs/common';
import { decideConsultation, type Actor } from '@yikou/domain';
import { Transactions } from '@yikou/platform';
import { RegisterCase } from '../intake/index.js';
import type { CaseDto } from '../workflow/index.js';
import type { OpenCaseOfConsultationDto } from './consultation.dto.js';
import { consultationFactsOf } from './consultation.row.js';
import { PerformConsultationVerb } from './perform-consultation-verb.js';

/** R12, R72: a consultation becomes a case, which keeps who was asked first. */
@Injectable()
export class OpenCaseOfConsultation {
  constructor(
    private readonly transactions: Transactions,
    private readonly performVerb: PerformConsultationVerb,
    private readonly registerCase: RegisterCase,
  ) {}

  /** @throws DomainError `consultation.became_case`, `consultation.not_yours`, and all of registering */
  run(id: string, body: OpenCaseOfConsultationDto, actor: Actor): Promise<CaseDto> {
    const { version, channel = 'COUNTER', ...rest } = body;
    const registration = { ...rest, channel };
    return this.transactions.run(async (tx) => {
      const row = await this.performVerb.locked(tx, { id, version }, actor);
      // Before anything of a case is written.
      decideConsultation(consultationFactsOf(row), 'openCase', actor);
      const { type, asked_at: askedAt, first_contact_id: firstContactId, unit_id: unitId } = row;
      const asked = { consultationId: id, type, askedAt, firstContactId, unitId };
      const opened = await this.registerCase.within(tx, registration, actor, asked);
      const request = { id, version, verb: 'openCase', caseId: opened.id } as const;
      await this.performVerb.perform(tx, row, request, actor);
      return opened;
    });
  }
}
