import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  ADMINISTRATOR_ROLES,
  identityError,
  roleIsHeldAlready,
  threeAdministratorsStayApart,
  type Actor,
  type RolePeriod,
} from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import { QueryFailedError } from 'typeorm';
import { RoleGrant } from './account.entity.js';
import { AccountQueries } from './account.queries.js';
import type { GrantRoleDto, ManagedAccountDto } from './accounts.dto.js';
import { ManagedAccounts, type LockedAccount } from './managed-accounts.js';

@Injectable()
export class GrantRole {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: ManagedAccounts,
    private readonly queries: AccountQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `identity.own_account`, `identity.account_unknown`, `identity.period_invalid`,
   *   `identity.administrators_apart`, `identity.role_held_already`
   */
  run(accountId: string, body: GrantRoleDto, actor: Actor): Promise<ManagedAccountDto> {
    const now = this.clock.now();
    const wanted = periodOf(body, now);
    return this.transactions.run(async (tx) => {
      const account = await this.accounts.lock(tx, accountId, actor);
      const held = await tx.query<RolePeriod[]>(
        `SELECT role, valid_from AS "validFrom", valid_until AS "validUntil" FROM role_grants
         WHERE account_id = $1 AND revoked_at IS NULL`,
        [accountId],
      );
      if (!threeAdministratorsStayApart(held, wanted)) {
        throw identityError('identity.administrators_apart');
      }
      if (roleIsHeldAlready(held, wanted)) throw identityError('identity.role_held_already');
      const id = await insertGrant(tx, { ...wanted, accountId, grantedBy: actor.accountId }, now);
      await askForStrongPassword(tx, account, wanted);
      noteChange(tx, { kind: 'role-grant', id, after: { accountId, ...wanted } });
      return this.queries.one(accountId, actor, tx);
    });
  }
}

function periodOf({ role, validFrom, validUntil }: GrantRoleDto, now: Date): RolePeriod {
  // A right that held before somebody granted it would be a false record.
  const from = new Date(Math.max(now.getTime(), validFrom ? Date.parse(validFrom) : 0));
  const until = validUntil ? new Date(validUntil) : null;
  if (until && until <= from) throw identityError('identity.period_invalid');
  return { role, validFrom: from, validUntil: until };
}

async function insertGrant(
  tx: Tx,
  grant: RolePeriod & { accountId: string; grantedBy: string },
  now: Date,
): Promise<string> {
  const id = randomUUID();
  try {
    await tx.insert(RoleGrant, { ...grant, id, grantedAt: now });
    return id;
  } catch (error) {
    throw refusalOf(error);
  }
}

/** The table holds the same two rules, for whatever comes by another way than this verb. */
function refusalOf(error: unknown): unknown {
  if (!(error instanceof QueryFailedError)) return error;
  const { constraint } = error.driverError as { constraint?: string };
  if (constraint === 'ex_role_grants_apart') return identityError('identity.administrators_apart');
  if (constraint === 'ex_role_grants_twice') return identityError('identity.role_held_already');
  return error;
}

/** An administrator's password is longer than others', and nobody knows how long the present one is. */
async function askForStrongPassword(
  tx: Tx,
  account: LockedAccount,
  { role }: RolePeriod,
): Promise<void> {
  if (account.demo || !ADMINISTRATOR_ROLES.includes(role)) return;
  await tx.query('UPDATE account_secrets SET must_change_password = true WHERE account_id = $1', [
    account.id,
  ]);
}
