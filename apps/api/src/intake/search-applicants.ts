import { Injectable } from '@nestjs/common';
import { soughtNumber } from '@yikou/domain';
import { Clock, noteChange, Transactions } from '@yikou/platform';
import type { ApplicantCaseDto, ApplicantCasesDto, SearchApplicantDto } from './applicant.dto.js';
import { SealedApplicants } from './sealed-applicant.js';

const INDEX = { identityNumber: 'identity_index', telephone: 'telephone_index' } as const;

/** Finds the cases of one applicant by a whole number; the scope of the asker decides which. */
@Injectable()
export class SearchApplicants {
  constructor(
    private readonly transactions: Transactions,
    private readonly applicants: SealedApplicants,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `intake.search_one_number`, or what is wrong with the number */
  run(body: SearchApplicantDto): Promise<ApplicantCasesDto> {
    const { by, number } = soughtNumber(body, this.clock.now());
    const indexed = this.applicants.soughtAs(by, number);
    return this.transactions.run(
      async (tx) => {
        const items: ApplicantCaseDto[] = await tx.query(
          `SELECT c.id, c.number, c.item_name AS "itemName", c.state, c.applicant_name AS "applicantName",
             c.registered_at AS "registeredAt"
           FROM applicants p JOIN cases c ON c.applicant_id = p.id
           WHERE p.${INDEX[by]} = ANY($1) ORDER BY c.registered_at DESC, c.id LIMIT 50`,
          [indexed],
        );
        noteChange(tx, { kind: 'applicant', id: by, after: { found: items.length } });
        return { items };
      },
      { keep: false },
    );
  }
}
