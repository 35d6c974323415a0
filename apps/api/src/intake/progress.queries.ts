import { Injectable } from '@nestjs/common';
import { intakeError, type CaseStage } from '@yikou/domain';
import { Transactions } from '@yikou/platform';
import { SealedApplicants } from './sealed-applicant.js';
import type { ProgressDto, ProgressQueryDto } from './intake.dto.js';

interface ProgressRow extends Omit<ProgressDto, 'steps' | 'promisedDueAt' | 'provisional'> {
  stages: CaseStage[];
  stage_index: number;
  promised_due_at: Date | null;
  provisional: boolean | null;
  applicant_id: string;
  identity_number: string;
}

/** Progress for whoever holds the receipt: number and the tail of the identity number (P7). */
@Injectable()
export class ProgressQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly applicants: SealedApplicants,
  ) {}

  /** @throws DomainError `intake.progress_not_found`, the same whichever of the two is wrong */
  async run({ number, identityTail }: ProgressQueryDto): Promise<ProgressDto> {
    const [row]: ProgressRow[] = await this.transactions.readAs('progress', (tx) =>
      tx.query(
        `SELECT c.number AS "caseNumber", c.item_name AS "itemName", c.state, u.name AS "unitName",
         u.telephone AS "unitTelephone", c.registered_at AS "registeredAt", c.accepted_at AS "acceptedAt",
         c.decided_at AS "decidedAt", c.delivered_at AS "deliveredAt", c.stages, c.stage_index,
         d.due_at AS promised_due_at, d.provisional, p.id AS applicant_id, p.identity_number
       FROM cases c JOIN applicants p ON p.id = c.applicant_id JOIN units u ON u.id = c.taking_unit_id
       LEFT JOIN deadlines d ON d.subject_id = c.id AND d.kind = 'PROMISE'
       WHERE c.number = $1`,
        [number],
      ),
    );
    if (!row || !this.holds(row, identityTail)) throw intakeError('intake.progress_not_found');
    const { stages, stage_index: current, promised_due_at, provisional, ...rest } = row;
    const { applicant_id: _id, identity_number: _number, ...shown } = rest;
    const finished = row.deliveredAt !== null;
    return {
      ...shown,
      promisedDueAt: promised_due_at,
      provisional: provisional ?? false,
      steps: stages.map(({ name }, index) => ({
        name,
        progress: finished || index < current ? 'DONE' : index === current ? 'CURRENT' : 'AHEAD',
      })),
    };
  }

  private holds(row: ProgressRow, identityTail: string): boolean {
    const number = this.applicants.identityNumberOf(row.applicant_id, row.identity_number);
    return number.endsWith(identityTail.toUpperCase());
  }
}
