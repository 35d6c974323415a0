import { Injectable } from '@nestjs/common';
import { identityError, type Actor } from '@yikou/domain';
import { Clock, noteChange, Transactions } from '@yikou/platform';
import { AccountQueries } from './account.queries.js';
import type { ManagedAccountDto } from './accounts.dto.js';
import { ManagedAccounts } from './managed-accounts.js';

/** Takes a role away: it is gone with the person's next request. */
@Injectable()
export class RevokeRole {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: ManagedAccounts,
    private readonly queries: AccountQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `identity.own_account`, `identity.account_unknown`, `identity.grant_unknown` */
  run(accountId: string, grantId: string, actor: Actor): Promise<ManagedAccountDto> {
    return this.transactions.run(async (tx) => {
      await this.accounts.lock(tx, accountId, actor);
      const [revoked]: { role: string }[][] = await tx.query(
        `UPDATE role_grants SET revoked_at = $3, revoked_by = $4
         WHERE id = $1 AND account_id = $2 AND revoked_at IS NULL RETURNING role`,
        [grantId, accountId, this.clock.now(), actor.accountId],
      );
      const [grant] = revoked ?? [];
      if (!grant) throw identityError('identity.grant_unknown');
      const { role } = grant;
      noteChange(tx, { kind: 'role-grant', id: grantId, before: { accountId, role }, after: {} });
      return this.queries.one(accountId, actor, tx);
    });
  }
}
