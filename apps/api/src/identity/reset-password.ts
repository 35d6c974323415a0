import { Injectable } from '@nestjs/common';
import type { Actor } from '@yikou/domain';
import { Clock, noteChange, Transactions } from '@yikou/platform';
import { AccountSecret } from './account.entity.js';
import type { OneTimePasswordDto } from './accounts.dto.js';
import { ManagedAccounts } from './managed-accounts.js';
import { newOneTimePassword } from './one-time-password.js';
import { RevokeSessions } from './revoke-sessions.js';

@Injectable()
export class ResetPassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: ManagedAccounts,
    private readonly sessions: RevokeSessions,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends every session: the person may have asked because somebody else was in.
   *
   * @throws DomainError `identity.own_account`, `identity.account_unknown`
   */
  async run(accountId: string, actor: Actor): Promise<OneTimePasswordDto> {
    const now = this.clock.now();
    const password = await newOneTimePassword(now);
    return this.transactions.run(
      async (tx) => {
        await this.accounts.lock(tx, accountId, actor);
        await tx.update(AccountSecret, accountId, {
          passwordHash: password.hash,
          passwordChangedAt: now,
          mustChangePassword: true,
          oneTimeUntil: password.until,
        });
        await this.sessions.endAll(tx, accountId);
        noteChange(tx, { kind: 'account', id: accountId, after: { password: 'RESET' } });
        return { oneTimePassword: password.clear, validUntil: password.until };
      },
      // Stored as an answer the password would stand in the database in clear.
      { keep: false },
    );
  }
}
