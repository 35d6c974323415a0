import { Injectable } from '@nestjs/common';
import { identityError, type Actor } from '@yikou/domain';
import { noteChange, Transactions, type Tx } from '@yikou/platform';
import { AccountQueries } from './account.queries.js';
import type { ChangeAccountDto, ManagedAccountDto } from './accounts.dto.js';
import { ManagedAccounts, type LockedAccount } from './managed-accounts.js';
import { RevokeSessions } from './revoke-sessions.js';

const CHANGEABLE = ['displayName', 'unitId', 'active'] as const;

@Injectable()
export class ChangeAccount {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: ManagedAccounts,
    private readonly sessions: RevokeSessions,
    private readonly queries: AccountQueries,
  ) {}

  /**
   * @throws DomainError `identity.own_account`, `identity.account_unknown`, `identity.account_stale`,
   *   `identity.unit_unknown`
   */
  run(id: string, body: ChangeAccountDto, actor: Actor): Promise<ManagedAccountDto> {
    return this.transactions.run(async (tx) => {
      const before = await this.accounts.lock(tx, id, actor);
      if (before.version !== body.version) throw identityError('identity.account_stale');
      const after = { ...before };
      if (body.displayName !== undefined) after.displayName = body.displayName;
      if (body.unitId !== undefined) after.unitId = body.unitId;
      if (body.active !== undefined) after.active = body.active;
      if (after.unitId !== before.unitId) await this.accounts.checkUnit(tx, after.unitId, actor);
      await write(tx, before, after);
      if (!after.active) await this.sessions.endAll(tx, id);
      return this.queries.one(id, actor, tx);
    });
  }
}

async function write(tx: Tx, before: LockedAccount, after: LockedAccount): Promise<void> {
  const changed = CHANGEABLE.filter((name) => before[name] !== after[name]);
  if (changed.length === 0) return;
  const { id, displayName, unitId, active } = after;
  await tx.query(
    `UPDATE accounts SET display_name = $2, unit_id = $3, active = $4, version = version + 1 WHERE id = $1`,
    [id, displayName, unitId, active],
  );
  const only = (account: LockedAccount) =>
    Object.fromEntries(changed.map((name) => [name, account[name]]));
  noteChange(tx, { kind: 'account', id, before: only(before), after: only(after) });
}
