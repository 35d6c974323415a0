import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runInContext, Transactions, type PersonScope } from '@yikou/platform';
import type { Client } from '../support/client.js';
import { forgetSessionsBefore } from '../../src/identity/index.js';
import { openDistrict, type District } from '../support/district.js';
import { Office } from './office.js';

describe('S3: secrets and rights in PostgreSQL, whatever a handler forgets', () => {
  let district: District;
  let office: Office;
  let transactions: Transactions;

  beforeAll(async () => {
    district = await openDistrict();
    office = await Office.of(district);
    transactions = district.app.get(Transactions);
  });
  afterAll(() => district.close());

  const scopeOf = async (client: Client): Promise<PersonScope> => {
    const [{ path }]: [{ path: string }] = await district.sql.query(
      'SELECT path FROM areas WHERE code = $1',
      [client.account.unit.areaCode],
    );
    const { id, displayName, roles, unit } = client.account;
    const watches = roles.some((role) => ['DISTRICT_SUPERVISOR', 'AUDITOR'].includes(role));
    return {
      accountId: id,
      name: displayName,
      unitId: unit.id,
      areaPath: path,
      ownUnit: true,
      subtree: watches,
      roles,
    };
  };
  /** Runs SQL as the application would for this person, were it to forget every check. */
  const as = async (client: Client, sql: string, values: unknown[] = []): Promise<unknown[]> => {
    const scope = await scopeOf(client);
    return runInContext({ traceId: 'test', scope }, () =>
      transactions.run((tx) => tx.query(sql, values)),
    );
  };

  it.each(['dxl-clerk1', 'dxl-admin', 'erqi-supervisor', 'erqi-auditor', 'erqi-system'])(
    '%s reads nobody’s secrets, rights or sessions but their own',
    async (loginName) => {
      const person = await district.as(loginName);
      await district.as('jzj-clerk1');
      for (const table of ['account_secrets', 'role_grants', 'sessions', 'external_identities']) {
        const rows = (await as(person, `SELECT DISTINCT account_id FROM ${table}`)) as {
          account_id: string;
        }[];
        const others = rows.filter(({ account_id }) => account_id !== person.account.id);
        expect([table, others]).toEqual([table, []]);
      }
      expect(await as(person, 'SELECT 1 FROM refresh_tokens')).toEqual([]);
    },
  );

  it('the security administrator reaches the own area and no further', async () => {
    const street = await office.inStreet('dxl');
    const count = async (client: Client) =>
      (await as(client, 'SELECT account_id FROM account_secrets')).length;
    const [{ dxl, all }]: [{ dxl: number; all: number }] = await district.sql.query(
      `SELECT count(*) FILTER (WHERE r.path LIKE (SELECT path || '%' FROM areas WHERE code = $1))::int AS dxl,
         count(*) FILTER (WHERE r.path LIKE (SELECT path || '%' FROM areas WHERE code = '410103000000'))::int AS all
       FROM accounts a JOIN units u ON u.id = a.unit_id JOIN areas r ON r.code = u.area_code`,
      [street.account.unit.areaCode],
    );
    expect([await count(street), await count(office.security)]).toEqual([dxl, all]);
  });

  it('nobody writes themselves a right, not even who grants them', async () => {
    const insert = `INSERT INTO role_grants (id, account_id, role, valid_from)
      VALUES (gen_random_uuid(), $1, $2, now())`;
    for (const [loginName, role] of [
      ['dxl-clerk1', 'INSPECTOR'],
      ['erqi-system', 'SYSTEM_ADMINISTRATOR'],
      ['erqi-security', 'SECURITY_ADMINISTRATOR'],
    ] as const) {
      const person = await district.as(loginName);
      await expect(as(person, insert, [person.account.id, role])).rejects.toThrow(
        'row-level security',
      );
    }
    const clerk = await district.as('dxl-clerk1');
    const promote = `UPDATE role_grants SET role = 'AUDITOR' WHERE account_id = $1`;
    await expect(as(clerk, promote, [clerk.account.id])).rejects.toThrow('permission denied');
    const wake = 'UPDATE accounts SET active = true WHERE id = $1 RETURNING id';
    expect(await as(clerk, wake, [clerk.account.id])).toEqual([[], 0]);
    const rename = `UPDATE accounts SET login_name = 'x' WHERE id = $1`;
    await expect(as(office.security, rename, [clerk.account.id])).rejects.toThrow(
      'permission denied',
    );
  });

  it('nobody opens a session or a refresh token for somebody', async () => {
    const token = `INSERT INTO refresh_tokens (token_hash, session_id, issued_at, expires_at)
      SELECT 'x', id, now(), now() FROM sessions LIMIT 1`;
    for (const loginName of ['dxl-clerk1', 'erqi-security']) {
      const person = await district.as(loginName);
      await expect(as(person, token)).rejects.toThrow('row-level security');
    }
  });

  it('old sessions are forgotten with their tokens, present ones stay', async () => {
    await district.as('jzj-admin');
    const left = async () => {
      const [row]: { sessions: number; tokens: number }[] = await district.sql.query(
        `SELECT (SELECT count(*)::int FROM sessions) AS sessions,
           (SELECT count(*)::int FROM refresh_tokens) AS tokens`,
      );
      return row;
    };
    const forget = (instant: Date) =>
      transactions.as('housekeeping', (tx) => forgetSessionsBefore(tx, instant));
    const before = await left();
    await district.sql.query(
      `UPDATE sessions SET ends_at = '2025-01-01T00:00:00Z'
       WHERE account_id = (SELECT id FROM accounts WHERE login_name = 'jzj-admin')`,
    );
    await forget(new Date('2025-06-01T00:00:00Z'));
    const after = await left();
    expect([after?.sessions, after?.tokens]).toEqual([
      (before?.sessions ?? 0) - 1,
      (before?.tokens ?? 0) - 1,
    ]);
  });

  it('passwords are hashed with the parameters that OWASP names, and rehashed when these change', async () => {
    const hashOf = async () => {
      const [row]: { password_hash: string }[] = await district.sql.query(
        `SELECT password_hash FROM account_secrets k JOIN accounts a ON a.id = k.account_id
         WHERE a.login_name = 'jzj-clerk2'`,
      );
      return row?.password_hash ?? '';
    };
    expect(await hashOf()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const { hash } = await import('@node-rs/argon2');
    const weak = await hash('yikou-demo', { memoryCost: 8192, timeCost: 1 });
    await district.sql.query(
      `UPDATE account_secrets SET password_hash = $1
       WHERE account_id = (SELECT id FROM accounts WHERE login_name = 'jzj-clerk2')`,
      [weak],
    );
    await district.as('jzj-clerk2');
    expect(await hashOf()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const statuses = await Promise.all(
      ['yikou-demo', 'wrong'].map(async (password) => {
        const answer = await fetch(`${district.url}/api/v1/sessions`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ loginName: 'jzj-clerk2', password }),
        });
        return answer.status;
      }),
    );
    expect(statuses).toEqual([201, 401]);
  });
});
