import { Injectable } from '@nestjs/common';
import { maskIdentityNumber, maskName, maskTelephone } from '@yikou/domain';
import type { Tx } from '@yikou/platform';
import type { AgentDto, ClearAgentDto } from './agent.dto.js';
import { CaseAgent } from './agent.entity.js';
import { SealedPeople } from './sealed-people.js';

/** Who acts for the applicant of a case; the caller has made sure that the asker may see the case. */
@Injectable()
export class AgentQueries {
  constructor(private readonly people: SealedPeople) {}

  async masked(tx: Tx, caseId: string): Promise<AgentDto | null> {
    const found = await this.find(tx, caseId);
    if (!found) return null;
    const { row, person } = found;
    const { letterNumber, validFrom, validUntil } = row;
    return {
      name: maskName(person.name),
      identityNumber: maskIdentityNumber(person.identityNumber),
      telephone: maskTelephone(person.telephone),
      ...{ letterNumber, validFrom, validUntil },
      letter: row.letterKey === null ? null : letterOf(row),
    };
  }

  async inClear(tx: Tx, caseId: string): Promise<ClearAgentDto | null> {
    return (await this.find(tx, caseId))?.person ?? null;
  }

  private async find(tx: Tx, caseId: string) {
    const row = await tx.findOneBy(CaseAgent, { caseId });
    return row && { row, person: this.people.open('case_agents', caseId, row) };
  }
}

const letterOf = ({ letterName, letterMediaType, letterBytes }: CaseAgent) => ({
  name: letterName ?? '',
  mediaType: letterMediaType ?? '',
  bytes: letterBytes ?? 0,
});
