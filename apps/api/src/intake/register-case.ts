import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  checkedApplicant,
  intakeError,
  localDateOf,
  maskName,
  mayTakeRequests,
  type Actor,
} from '@yikou/domain';
import { Clock, Transactions, type Tx } from '@yikou/platform';
import type { ItemVersion } from '../catalog/index.js';
import { OfferedItems } from '../offerings/index.js';
import { OpenCase, type CaseDto } from '../workflow/index.js';
import { Applicant, CaseMaterial } from './intake.entity.js';
import type { RegisterCaseDto } from './intake.dto.js';
import { SealedApplicants } from './sealed-applicant.js';

/** Takes a request at the counter: applicant, case with its number, checklist. */
@Injectable()
export class RegisterCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly offeredItems: OfferedItems,
    private readonly openCase: OpenCase,
    private readonly applicants: SealedApplicants,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `intake.counter_only` (R7), the applicant's first wrong field,
   *   `catalog.item_unknown`, `catalog.not_offered`, `intake.material_unknown`
   */
  run(body: RegisterCaseDto, actor: Actor): Promise<CaseDto> {
    if (!mayTakeRequests(actor)) throw intakeError('intake.counter_only');
    const now = this.clock.now();
    const applicant = checkedApplicant(body.applicant, localDateOf(now));
    return this.transactions.run(async (tx) => {
      const offered = await this.offeredItems.find(tx, actor.unitId, body.itemCode);
      const { version } = offered;
      checkPositions(body.receivedMaterials, version);
      const applicantId = randomUUID();
      await tx.insert(Applicant, {
        ...this.applicants.seal(applicantId, applicant),
        takingUnitId: actor.unitId,
      });
      const applicantName = maskName(applicant.name);
      const opened = await this.openCase.run(tx, { offered, applicantId, applicantName }, actor);
      await writeChecklist(tx, opened.id, version, body.receivedMaterials, now);
      return opened;
    });
  }
}

export function checkPositions(positions: readonly number[], version: ItemVersion): void {
  const wrong = positions.find((position) => position >= version.content.materials.length);
  if (wrong !== undefined) throw intakeError('intake.material_unknown', `第 ${wrong} 项`);
}

export async function writeChecklist(
  tx: Tx,
  caseId: string,
  version: ItemVersion,
  received: readonly number[],
  now: Date,
): Promise<void> {
  const rows = version.content.materials.map((material, position) => ({
    caseId,
    position,
    ...material,
    receivedAt: received.includes(position) ? now : null,
  }));
  if (rows.length > 0) await tx.insert(CaseMaterial, rows);
}
