import { Injectable } from '@nestjs/common';
import {
  intakeError,
  maskAddress,
  maskIdentityNumber,
  maskName,
  maskTelephone,
  type Actor,
} from '@yikou/domain';
import { Transactions, type Reader, type Tx } from '@yikou/platform';
import { CaseQueries, type CaseRow } from '../workflow/index.js';
import { AgentQueries } from './agent.queries.js';
import type { ApplicantDto } from './applicant.dto.js';
import type { MissingMaterialDto, ReceiptDto } from './intake.dto.js';
import { Applicant } from './intake.entity.js';
import { MaterialQueries } from './material.queries.js';
import { SealedApplicants } from './sealed-applicant.js';

interface PrintedRow {
  telephone: string | null;
  address: string | null;
  clerk_name: string;
  refused_at: Date | null;
  supervision_telephone: string | null;
  promise: { due_at: string; provisional: boolean } | null;
  notice: { requested_at: string; missing: MissingMaterialDto[]; due_at: string | null } | null;
}

/** What the counter prints, and the masked applicant. */
@Injectable()
export class ReceiptQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: CaseQueries,
    private readonly materials: MaterialQueries,
    private readonly applicants: SealedApplicants,
    private readonly agents: AgentQueries,
  ) {}

  applicant(caseId: string, actor: Actor): Promise<ApplicantDto> {
    return this.transactions.read(async (tx) =>
      this.applicantOf(tx, await this.cases.row(caseId, actor, tx)),
    );
  }

  receipt(caseId: string, actor: Actor): Promise<ReceiptDto> {
    return this.transactions.read((tx) => this.within(tx, caseId, actor));
  }

  private async within(tx: Tx, caseId: string, actor: Actor): Promise<ReceiptDto> {
    const row = await this.cases.row(caseId, actor, tx);
    const printed = await this.printed(tx, row);
    return {
      state: row.state,
      refusedAt: printed.refused_at,
      closeReason: row.close_reason,
      remedy: row.remedy,
      authority: row.authority,
      caseNumber: row.number,
      itemName: row.item_name,
      itemCode: row.item_code,
      applicant: await this.applicantOf(tx, row),
      registeredAt: row.registered_at,
      acceptedAt: row.accepted_at,
      promisedDueAt: printed.promise && new Date(printed.promise.due_at),
      provisional: printed.promise?.provisional ?? false,
      unitName: row.taking_unit_name,
      unitTelephone: printed.telephone,
      unitAddress: printed.address,
      clerkName: printed.clerk_name,
      supervisionTelephone: printed.supervision_telephone,
      materials: (await this.materials.ofCase(caseId, tx)).items,
      notice: printed.notice && {
        requestedAt: new Date(printed.notice.requested_at),
        missing: printed.notice.missing,
        dueAt: printed.notice.due_at === null ? null : new Date(printed.notice.due_at),
      },
      progressPath: `/progress?number=${row.number}`,
    };
  }

  private async applicantOf(tx: Tx, row: CaseRow): Promise<ApplicantDto> {
    const sealed = await tx.findOneBy(Applicant, { id: row.applicant_id });
    if (!sealed) throw intakeError('intake.progress_not_found');
    const found = this.applicants.open(sealed);
    return {
      kind: found.kind,
      name: maskName(found.name),
      identityNumber: maskIdentityNumber(found.identityNumber),
      telephone: maskTelephone(found.telephone),
      address: found.address ? maskAddress(found.address) : null,
      agent: await this.agents.masked(tx, row.id),
    };
  }

  private async printed(tx: Reader, row: CaseRow): Promise<PrintedRow> {
    const [printed]: PrintedRow[] = await tx.query(
      `SELECT u.telephone, u.address, a.display_name AS clerk_name,
         (SELECT e.at FROM case_events e WHERE e.case_id = c.id AND e.verb = 'refuse') AS refused_at,
         (SELECT s.telephone FROM units s WHERE s.kind = 'SUPERVISOR' ORDER BY s.code LIMIT 1) AS supervision_telephone,
         (SELECT json_build_object('due_at', d.due_at, 'provisional', d.provisional) FROM deadlines d
          WHERE d.subject_id = c.id AND d.kind = 'PROMISE') AS promise,
         (SELECT json_build_object('requested_at', n.requested_at, 'missing', n.missing, 'due_at',
            (SELECT d.due_at FROM deadlines d WHERE d.subject_id = c.id AND d.kind = 'SUPPLEMENT'))
          FROM supplement_notices n WHERE n.case_id = c.id ORDER BY n.number DESC LIMIT 1) AS notice
       FROM cases c JOIN units u ON u.id = c.taking_unit_id JOIN accounts a ON a.id = c.taken_by_id
       WHERE c.id = $1`,
      [row.id],
    );
    if (!printed) throw intakeError('intake.progress_not_found');
    return printed;
  }
}
