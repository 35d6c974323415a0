import { randomUUID } from 'node:crypto';
import { identityError } from '@yikou/domain';
import { noteChange, SystemClock, Transactions, type Tx } from '@yikou/platform';
import type { DataSource } from 'typeorm';
import { Account, RoleGrant } from './account.entity.js';
import { newOneTimePassword } from './one-time-password.js';
import { insertSecret } from './new-secret.js';

export interface FirstAdministrator {
  loginName: string;
  displayName: string;
  unitCode: string;
}

/**
 * Makes the account that makes all others: only while nobody in earnest holds this role, so that whoever
 * reaches the command line later cannot make themselves one.
 *
 * @param owner a connection of the role that owns the tables; before this account nobody else may
 * @returns the one-time password
 * @throws DomainError `identity.first_administrator_exists`, `identity.unit_unknown`,
 *   `identity.login_name_taken`
 */
export async function createFirstSecurityAdministrator(
  owner: DataSource,
  first: FirstAdministrator,
): Promise<string> {
  const clock = new SystemClock();
  const now = clock.now();
  const password = await newOneTimePassword(now);
  await new Transactions(owner, clock).as('first-account', async (tx) => {
    // Two who start it at once come one after the other.
    await tx.query('LOCK TABLE role_grants IN SHARE ROW EXCLUSIVE MODE');
    if (await hasOne(tx, now)) throw identityError('identity.first_administrator_exists');
    const { loginName, displayName } = first;
    const id = randomUUID();
    const unitId = await unitIdOf(tx, first.unitCode);
    if (await tx.existsBy(Account, { loginName })) throw identityError('identity.login_name_taken');
    await tx.insert(Account, { id, loginName, displayName, unitId, createdAt: now });
    await insertSecret(tx, id, password, now);
    const role = 'SECURITY_ADMINISTRATOR';
    await tx.insert(RoleGrant, {
      id: randomUUID(),
      accountId: id,
      role,
      validFrom: now,
      grantedAt: now,
    });
    noteChange(tx, { kind: 'account', id, after: { loginName, displayName, unitId, role } });
  });
  return password.clear;
}

async function hasOne(tx: Tx, now: Date): Promise<boolean> {
  const found: unknown[] = await tx.query(
    `SELECT 1 FROM role_grants g JOIN accounts a ON a.id = g.account_id AND a.active AND NOT a.demo
     WHERE g.role = 'SECURITY_ADMINISTRATOR' AND g.revoked_at IS NULL
       AND (g.valid_until IS NULL OR g.valid_until > $1) LIMIT 1`,
    [now],
  );
  return found.length > 0;
}

async function unitIdOf(tx: Tx, code: string): Promise<string> {
  const [unit]: { id: string }[] = await tx.query('SELECT id FROM units WHERE code = $1', [code]);
  if (!unit) throw identityError('identity.unit_unknown');
  return unit.id;
}
