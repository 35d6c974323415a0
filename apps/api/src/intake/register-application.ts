import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  intakeError,
  itemsMakeAnApplication,
  maskName,
  mayTakeRequests,
  type Actor,
} from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import type { CaseDto } from '../workflow/index.js';
import type { ApplicationDto, RegisterApplicationDto } from './application.dto.js';
import { Application } from './application.entity.js';
import { ApplicationQueries } from './application.queries.js';
import { KeepParties } from './keep-parties.js';
import { RegisterCase } from './register-case.js';

interface Kept {
  id: string;
  applicantId: string;
  /** Masked. */
  applicantName: string;
  title?: string | undefined;
}

/** Takes one application for several items in one go (R74): one applicant, a case for each item. */
@Injectable()
export class RegisterApplication {
  constructor(
    private readonly transactions: Transactions,
    private readonly registerCase: RegisterCase,
    private readonly parties: KeepParties,
    private readonly applications: ApplicationQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `intake.counter_only` (R7), `intake.application_items`, and as for one case */
  run(body: RegisterApplicationDto, actor: Actor): Promise<ApplicationDto> {
    if (!mayTakeRequests(actor)) throw intakeError('intake.counter_only');
    const { itemCodes, receivedMaterials: inHand, channel = 'COUNTER' } = body;
    itemsMakeAnApplication(itemCodes);
    const now = this.clock.now();
    const parties = this.parties.checked(body, now);
    return this.transactions.run(async (tx) => {
      const id = randomUUID();
      const applicantId = await this.parties.keepApplicant(tx, parties, actor);
      const partOf = { applicationId: id, applicantId, inHand };
      const cases: CaseDto[] = [];
      for (const itemCode of itemCodes) {
        const request = { ...parties, itemCode, channel, receivedMaterials: [], partOf };
        cases.push(await this.registerCase.within(tx, request, actor));
      }
      const applicantName = maskName(parties.applicant.name);
      await keep(tx, { id, applicantId, applicantName, title: body.title }, cases, { actor, now });
      return this.applications.within(tx, id, actor);
    });
  }
}

async function keep(
  tx: Tx,
  { title, ...application }: Kept,
  cases: readonly CaseDto[],
  { actor, now }: { actor: Actor; now: Date },
): Promise<void> {
  const { id } = application;
  const [first] = cases;
  const number = `L${first?.number}`;
  await tx.insert(Application, {
    ...application,
    number,
    title: title ?? titleOf(cases),
    takingUnitId: actor.unitId,
    takenById: actor.accountId,
    areaPath: actor.areaPath,
    registeredAt: now,
    caseCount: cases.length,
  });
  const numbers = cases.map((one) => one.number);
  noteChange(tx, { kind: 'application', id, after: { number, cases: numbers } });
}

function titleOf(cases: readonly CaseDto[]): string {
  return `${cases[0]?.itemName}等${cases.length}项`;
}
