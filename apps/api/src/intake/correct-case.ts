import { Injectable } from '@nestjs/common';
import { correctionIsInPlace, type Actor } from '@yikou/domain';
import { Clock, Transactions } from '@yikou/platform';
import { OfferedItems } from '../offerings/index.js';
import { CaseQueries, correctionOf, OpenCase, type CaseDto } from '../workflow/index.js';
import type { CorrectCaseDto } from './intake.dto.js';
import { receivedOf, writeChecklist } from './register-case.js';

/** A closed case stays closed: a new one of the same applicant and item refers to it and says why. */
@Injectable()
export class CorrectCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: CaseQueries,
    private readonly offeredItems: OfferedItems,
    private readonly openCase: OpenCase,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `case.unknown`, `case.not_yours`, `case.not_closed`, `case.corrected_already`,
   *   `catalog.not_offered`, `intake.material_unknown`
   */
  run(
    caseId: string,
    { reason, receivedMaterials }: CorrectCaseDto,
    actor: Actor,
  ): Promise<CaseDto> {
    return this.transactions.run(async (tx) => {
      await tx.query('SELECT 1 FROM cases WHERE id = $1 FOR UPDATE', [caseId]);
      const row = await this.cases.row(caseId, actor, tx);
      correctionIsInPlace(correctionOf(row), actor);
      const offered = await this.offeredItems.findToOpen(tx, actor.unitId, row.item_code);
      const received = receivedOf({ receivedMaterials }, offered.version);
      const { applicant_id: applicantId, applicant_name: applicantName } = row;
      const correction = { caseId, reason };
      const opened = await this.openCase.run(
        tx,
        { offered, applicantId, applicantName, channel: 'COUNTER', correction },
        actor,
      );
      await writeChecklist(tx, opened.id, offered.version, received, this.clock.now());
      return opened;
    });
  }
}
