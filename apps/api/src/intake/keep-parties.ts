import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  checkedAgent,
  checkedApplicant,
  localDateOf,
  type Actor,
  type AgentInput,
  type ApplicantInput,
} from '@yikou/domain';
import { noteChange, type Tx } from '@yikou/platform';
import { CaseAgent } from './agent.entity.js';
import { Applicant } from './intake.entity.js';
import { SealedApplicants } from './sealed-applicant.js';
import { SealedPeople } from './sealed-people.js';

/** Who asks, and who stands in for them. */
export interface Parties {
  applicant: ApplicantInput;
  agent?: AgentInput | undefined;
}

/** Keeps both identities of a request, sealed (R69). */
@Injectable()
export class KeepParties {
  constructor(
    private readonly applicants: SealedApplicants,
    private readonly people: SealedPeople,
  ) {}

  /**
   * Numbers in their one written form.
   *
   * @throws DomainError with the fields that are wrong
   */
  checked({ applicant, agent }: Parties, now: Date): Parties {
    const today = localDateOf(now);
    const whose = checkedApplicant(applicant, today);
    return {
      applicant: whose,
      agent: agent && checkedAgent(agent, whose.identityNumber, today),
    };
  }

  /** @returns the id of the applicant's record */
  async keepApplicant(tx: Tx, { applicant }: Parties, actor: Actor): Promise<string> {
    const id = randomUUID();
    const sealed = this.applicants.seal(id, applicant);
    await tx.insert(Applicant, { ...sealed, takingUnitId: actor.unitId });
    return id;
  }

  async keepAgent(tx: Tx, caseId: string, { agent }: Parties, by: { actor: Actor; now: Date }) {
    if (!agent) return;
    const { letterNumber, validFrom, validUntil } = agent;
    await tx.insert(CaseAgent, {
      caseId,
      ...this.people.seal('case_agents', caseId, agent),
      ...{ letterNumber, validFrom, validUntil },
      recordedById: by.actor.accountId,
      recordedAt: by.now,
    });
    const after = { agent: 'RECORDED', validFrom, validUntil };
    noteChange(tx, { kind: 'case', id: caseId, after });
  }
}
