import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFirstSecurityAdministrator } from '../../src/identity/index.js';
import { Client, type Dto } from '../support/client.js';
import { openDistrict, type District } from '../support/district.js';
import { enrol } from './authenticator.js';
import { until } from '../support/worker.js';
import { PASSWORD } from './office.js';

describe('the first account in earnest', () => {
  let district: District;

  beforeAll(async () => {
    district = await openDistrict({ NODE_ENV: 'production' });
    // It is made by the clock of the machine, not by that of a test.
    district.clock.moveTo(new Date(Date.now() + 1000));
  });
  afterAll(() => district.close());

  const first = (loginName: string, unitCode = 'ERQI-ZWB') =>
    createFirstSecurityAdministrator(district.sql, { loginName, displayName: '刘安', unitCode });

  /** How many wait for a lock in our database. */
  const waiting = async (): Promise<number> => {
    const [row]: { count: number }[] = await district.sql.query(
      `SELECT count(*)::int AS count FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    return row?.count ?? 0;
  };

  it('names what is wrong and makes nothing', async () => {
    await expect(first('li', 'NO-SUCH')).rejects.toMatchObject({ code: 'identity.unit_unknown' });
    await expect(first('dxl-clerk1')).rejects.toMatchObject({ code: 'identity.login_name_taken' });
  });

  it('of two at once one is made; demo accounts do not count', async () => {
    // Held up before they write anything: both have looked by then whether there is one.
    const holder = district.sql.createQueryRunner();
    await holder.startTransaction();
    await holder.query('LOCK TABLE accounts IN EXCLUSIVE MODE');
    const both = Promise.allSettled([first('anquan-1'), first('anquan-2')]);
    await until('both wait', waiting, (count) => count === 2);
    await holder.commitTransaction();
    await holder.release();
    const all = await both;
    expect(all.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(all.find((one) => one.status === 'rejected')?.reason).toMatchObject({
      code: 'identity.first_administrator_exists',
    });
    await district.sql.query(
      "UPDATE accounts SET login_name = 'anquan' WHERE login_name LIKE 'anquan-%'",
    );
    await expect(first('anquan-3')).rejects.toMatchObject({
      code: 'identity.first_administrator_exists',
    });
    const password = all.find((one) => one.status === 'fulfilled')?.value ?? '';
    const client = await Client.signIn(district.url, 'anquan', password);
    expect(client.account).toMatchObject({
      roles: ['SECURITY_ADMINISTRATOR'],
      mustChangePassword: true,
      secondFactor: 'NEEDED',
    });
    await client.send('PUT', '/api/v1/me/password', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ currentPassword: password, newPassword: PASSWORD }),
    });
    await enrol(client, district.clock.now());
    const page = await client.get<Dto<'AccountPageDto'>>('/api/v1/accounts?q=anquan');
    expect(page.items).toHaveLength(1);
    const entries: unknown[] = await district.sql.query(
      "SELECT 1 FROM audit_entries WHERE action = 'first-account'",
    );
    expect(entries).toHaveLength(1);
  });
});
