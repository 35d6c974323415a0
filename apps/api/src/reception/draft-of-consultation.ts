import { Injectable } from '@nestjs/common';
import { decideConsultation, type Actor } from '@yikou/domain';
import { noteChange, Transactions } from '@yikou/platform';
import type { ConsultationDraftDto } from './consultation.dto.js';
import { ConsultationQueries } from './consultation.queries.js';
import { consultationFactsOf } from './consultation.row.js';
import { SealedContacts } from './sealed-contact.js';

/** Hands the counter what is known already, in clear; every time it stands in the audit (P5). */
@Injectable()
export class DraftOfConsultation {
  constructor(
    private readonly transactions: Transactions,
    private readonly consultations: ConsultationQueries,
    private readonly contacts: SealedContacts,
  ) {}

  /** @throws DomainError `consultation.unknown`, `consultation.became_case`, `consultation.not_yours` */
  run(id: string, actor: Actor): Promise<ConsultationDraftDto> {
    return this.transactions.run(
      async (tx) => {
        const row = await this.consultations.row(id, actor, tx);
        decideConsultation(consultationFactsOf(row), 'openCase', actor);
        noteChange(tx, { kind: 'consultation', id, reason: '在窗口打开咨询' });
        return {
          id,
          version: row.version,
          question: row.question,
          firstContactName: row.first_contact_name,
          itemCode: row.item_code,
          ...this.contacts.open(row),
        };
      },
      { keep: false },
    );
  }
}
