import { Injectable } from '@nestjs/common';
import {
  availablePapers,
  paperError,
  typedPaperCode,
  type Actor,
  type PaperKind,
} from '@yikou/domain';
import { Transactions } from '@yikou/platform';
import { CaseQueries } from '../workflow/index.js';
import type { CasePapersDto } from './paper.dto.js';
import { PaperCases } from './paper-cases.js';
import { drawPaper, papersOfCase } from './paper.row.js';
import { titleFor } from './wording/index.js';

/** What the public page says of a paper. */
export interface VerifiedPaper {
  kind: PaperKind;
  title: string;
  number: string;
  unitName: string;
  caseNumber: string;
  /** Masked. */
  applicantName: string;
  issuedAt: Date;
  withdrawnAt: Date | null;
}

@Injectable()
export class PaperQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: CaseQueries,
    private readonly paperCases: PaperCases,
  ) {}

  /** @throws DomainError `case.unknown` */
  ofCase(caseId: string, actor: Actor): Promise<CasePapersDto> {
    return this.transactions.read(async (tx) => {
      const row = await this.cases.row(caseId, actor, tx);
      const { facts, issued, standard } = await this.paperCases.state(tx, row);
      const offered = availablePapers(facts, issued, actor).map((paper) => ({
        ...paper,
        title: titleFor(paper.kind, { standard, row }),
      }));
      const rows = await papersOfCase(tx, caseId);
      return { offered, items: rows.map((paper) => drawPaper(paper, actor)) };
    });
  }

  /** @throws DomainError `paper.verification_not_found` */
  async verified(typed: string): Promise<VerifiedPaper> {
    const code = typedPaperCode(typed);
    if (code === null) throw paperError('paper.verification_not_found');
    const [found]: VerifiedPaper[] = await this.transactions.readAs('verification', (tx) =>
      tx.query(
        `SELECT kind, title, number, unit_name AS "unitName", case_number AS "caseNumber",
           applicant_name AS "applicantName", issued_at AS "issuedAt", withdrawn_at AS "withdrawnAt"
         FROM papers WHERE code = $1`,
        [code],
      ),
    );
    if (!found) throw paperError('paper.verification_not_found');
    return found;
  }
}
