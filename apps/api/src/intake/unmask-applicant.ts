import { Injectable } from '@nestjs/common';
import { intakeError, maskNumbersIn, type Actor } from '@yikou/domain';
import { noteChange, Transactions } from '@yikou/platform';
import { CaseQueries } from '../workflow/index.js';
import type { ClearApplicantDto } from './applicant.dto.js';
import { AgentQueries } from './agent.queries.js';
import { Applicant } from './intake.entity.js';
import { SealedApplicants } from './sealed-applicant.js';

/** Shows an applicant in clear to somebody who works on the case and says why (GB/T 35273). */
@Injectable()
export class UnmaskApplicant {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: CaseQueries,
    private readonly applicants: SealedApplicants,
    private readonly agents: AgentQueries,
  ) {}

  /** @throws DomainError `case.unknown` */
  run(caseId: string, reason: string, actor: Actor): Promise<ClearApplicantDto> {
    return this.transactions.run(
      async (tx) => {
        const { applicant_id: id } = await this.cases.row(caseId, actor, tx);
        const sealed = await tx.findOneBy(Applicant, { id });
        if (!sealed) throw intakeError('intake.progress_not_found');
        const { kind, name, identityNumber, telephone, address } = this.applicants.open(sealed);
        const agent = await this.agents.inClear(tx, caseId);
        // Nobody sees it before the entry is committed.
        noteChange(tx, { kind: 'applicant', id, after: { caseId }, reason: maskNumbersIn(reason) });
        return { kind, name, identityNumber, telephone, address: address ?? null, agent };
      },
      { keep: false },
    );
  }
}
