import { Injectable } from '@nestjs/common';
import type { Actor } from '@yikou/domain';
import { Transactions } from '@yikou/platform';
import { forgetSecondFactor } from './drop-second-factor.js';
import { ManagedAccounts } from './managed-accounts.js';
import { RevokeSessions } from './revoke-sessions.js';

/** For somebody whose authenticator is lost; an administrator sets up a new one at the next sign-in. */
@Injectable()
export class ResetSecondFactor {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: ManagedAccounts,
    private readonly sessions: RevokeSessions,
  ) {}

  /** @throws DomainError `identity.own_account`, `identity.account_unknown` */
  run(accountId: string, actor: Actor): Promise<void> {
    return this.transactions.run(async (tx) => {
      await this.accounts.lock(tx, accountId, actor);
      await forgetSecondFactor(tx, accountId, 'RESET');
      await this.sessions.endAll(tx, accountId);
    });
  }
}
