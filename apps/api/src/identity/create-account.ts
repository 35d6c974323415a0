import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { identityError, type Actor } from '@yikou/domain';
import { Clock, noteChange, Transactions } from '@yikou/platform';
import { AccountQueries } from './account.queries.js';
import type { CreateAccountDto, NewAccountDto } from './accounts.dto.js';
import { ManagedAccounts } from './managed-accounts.js';
import { insertSecret } from './new-secret.js';
import { newOneTimePassword } from './one-time-password.js';

@Injectable()
export class CreateAccount {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: ManagedAccounts,
    private readonly queries: AccountQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * An account without any role: granting is a decision of its own.
   *
   * @throws DomainError `identity.unit_unknown`, `identity.login_name_taken`
   */
  async run(body: CreateAccountDto, actor: Actor): Promise<NewAccountDto> {
    const now = this.clock.now();
    const password = await newOneTimePassword(now);
    const { loginName, displayName, unitId } = body;
    return this.transactions.run(
      async (tx) => {
        await this.accounts.checkUnit(tx, unitId, actor);
        const id = randomUUID();
        const inserted: unknown[] = await tx.query(
          `INSERT INTO accounts (id, login_name, display_name, unit_id, created_at)
           VALUES ($1, $2, $3, $4, $5) ON CONFLICT (login_name) DO NOTHING RETURNING id`,
          [id, loginName, displayName, unitId, now],
        );
        if (inserted.length === 0) throw identityError('identity.login_name_taken');
        await insertSecret(tx, id, password, now);
        noteChange(tx, { kind: 'account', id, after: { loginName, displayName, unitId } });
        const account = await this.queries.one(id, actor, tx);
        return { account, oneTimePassword: password.clear, validUntil: password.until };
      },
      // Stored as an answer the password would stand in the database in clear.
      { keep: false },
    );
  }
}
