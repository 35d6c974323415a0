import { Injectable } from '@nestjs/common';
import { areasOfWorkOf, type Actor } from '@yikou/domain';
import type { AccountDto } from './identity.dto.js';
import { SessionQueries } from './session.queries.js';

@Injectable()
export class DescribeAccount {
  constructor(private readonly sessions: SessionQueries) {}

  async run(actor: Pick<Actor, 'accountId' | 'displayName' | 'roles'>): Promise<AccountDto> {
    const { login_name, unit } = await this.sessions.accountOf(actor.accountId);
    return {
      id: actor.accountId,
      loginName: login_name,
      displayName: actor.displayName,
      roles: [...actor.roles],
      unit,
      areasOfWork: areasOfWorkOf(actor),
    };
  }
}
