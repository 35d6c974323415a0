import { Injectable } from '@nestjs/common';
import { identityError, type Actor } from '@yikou/domain';
import { Transactions } from '@yikou/platform';
import { AccountQueries } from './account.queries.js';
import { ListSessions } from './list-sessions.js';
import { ManagedAccounts } from './managed-accounts.js';
import { RevokeSessions } from './revoke-sessions.js';
import type { SessionListDto } from './session.dto.js';

/** What the security administrator sees and ends of somebody's sessions. */
@Injectable()
export class SessionsOfAccount {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: ManagedAccounts,
    private readonly queries: AccountQueries,
    private readonly listSessions: ListSessions,
    private readonly sessions: RevokeSessions,
  ) {}

  /** @throws DomainError `identity.account_unknown` */
  async list(accountId: string, actor: Actor): Promise<SessionListDto> {
    await this.queries.one(accountId, actor);
    return this.listSessions.run(accountId);
  }

  /** @throws DomainError `identity.own_account`, `identity.account_unknown`, `identity.session_unknown` */
  end(accountId: string, sessionId: string, actor: Actor): Promise<void> {
    return this.transactions.run(async (tx) => {
      await this.accounts.lock(tx, accountId, actor);
      const ended = await this.sessions.endOne(tx, accountId, sessionId);
      if (!ended) throw identityError('identity.session_unknown');
    });
  }

  /** @throws DomainError `identity.own_account`, `identity.account_unknown` */
  endAll(accountId: string, actor: Actor): Promise<void> {
    return this.transactions.run(async (tx) => {
      await this.accounts.lock(tx, accountId, actor);
      await this.sessions.endAll(tx, accountId);
    });
  }
}
