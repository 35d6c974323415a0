import { Injectable } from '@nestjs/common';
import { actionsOf, areasOfWorkOf } from '@yikou/domain';
import type { SignedIn } from './actor.js';
import type { AccountDto } from './session.dto.js';
import { SessionQueries } from './session.queries.js';

@Injectable()
export class DescribeAccount {
  constructor(private readonly sessions: SessionQueries) {}

  async run(actor: SignedIn): Promise<AccountDto> {
    return {
      id: actor.accountId,
      loginName: actor.loginName,
      displayName: actor.displayName,
      roles: [...actor.roles],
      unit: await this.sessions.unitOf(actor.accountId),
      areasOfWork: areasOfWorkOf(actor),
      actions: actionsOf(actor),
      secondFactor: actor.secondFactor,
      mustChangePassword: actor.mustChangePassword,
    };
  }
}
