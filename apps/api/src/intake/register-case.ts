import { Injectable } from '@nestjs/common';
import {
  intakeError,
  maskName,
  mayTakeRequests,
  positionsInHand,
  type Actor,
  type CaseChannel,
} from '@yikou/domain';
import { Clock, Transactions, type Tx } from '@yikou/platform';
import type { ItemVersion } from '../catalog/index.js';
import { OfferedItems } from '../offerings/index.js';
import { OpenCase, type Asked, type CaseDto } from '../workflow/index.js';
import { CaseMaterial } from './intake.entity.js';
import type { RegisterCaseDto } from './intake.dto.js';
import { KeepParties, type Parties } from './keep-parties.js';

/** A request as it lies before the counter, whichever way it came. */
export interface Registration extends Parties {
  itemCode: string;
  channel: CaseChannel;
  /** Positions in the checklist that are in hand. */
  receivedMaterials: readonly number[];
  /** R74: what it is a part of; the applicant's record and the materials by name are there already. */
  partOf?: { applicationId: string; applicantId: string; inHand: readonly string[] };
}

/** Takes a request at the counter: applicant, case with its number, checklist. */
@Injectable()
export class RegisterCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly offeredItems: OfferedItems,
    private readonly openCase: OpenCase,
    private readonly parties: KeepParties,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `intake.counter_only` (R7), the first wrong field of applicant or agent,
   *   `catalog.item_unknown`, `catalog.not_offered`, `intake.material_unknown`
   */
  run({ channel = 'COUNTER', ...body }: RegisterCaseDto, actor: Actor): Promise<CaseDto> {
    return this.transactions.run((tx) => this.within(tx, { ...body, channel }, actor));
  }

  /**
   * The same inside a transaction that another module has opened.
   *
   * @param asked the consultation that led to it
   */
  async within(tx: Tx, request: Registration, actor: Actor, asked?: Asked): Promise<CaseDto> {
    if (!mayTakeRequests(actor)) throw intakeError('intake.counter_only');
    const now = this.clock.now();
    const parties = this.parties.checked(request, now);
    const offered = await this.offeredItems.findToOpen(tx, actor.unitId, request.itemCode);
    const { version } = offered;
    const received = receivedOf(request, version);
    const { partOf } = request;
    const opened = await this.openCase.run(
      tx,
      {
        offered,
        applicantId: partOf?.applicantId ?? (await this.parties.keepApplicant(tx, parties, actor)),
        applicantName: maskName(parties.applicant.name),
        channel: request.channel,
        applicationId: partOf?.applicationId,
        asked,
      },
      actor,
    );
    await this.parties.keepAgent(tx, opened.id, parties, { actor, now });
    await writeChecklist(tx, opened.id, version, received, now);
    return opened;
  }
}

/** @throws DomainError `intake.material_unknown` */
export function receivedOf(
  { receivedMaterials, partOf }: Pick<Registration, 'receivedMaterials' | 'partOf'>,
  version: ItemVersion,
): number[] {
  const { materials } = version.content;
  const wrong = receivedMaterials.find((position) => position >= materials.length);
  if (wrong !== undefined) throw intakeError('intake.material_unknown', `第 ${wrong} 项`);
  return [...receivedMaterials, ...positionsInHand(materials, partOf?.inHand ?? [])];
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
