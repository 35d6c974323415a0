import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFirstSecurityAdministrator } from '../../src/identity/index.js';
import { Client, type Dto } from '../support/client.js';
import { openDistrict, type District } from '../support/district.js';
import { enrol } from './authenticator.js';
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

  it('names what is wrong and makes nothing', async () => {
    await expect(first('li', 'NO-SUCH')).rejects.toMatchObject({ code: 'identity.unit_unknown' });
    await expect(first('dxl-clerk1')).rejects.toMatchObject({ code: 'identity.login_name_taken' });
  });

  it('of two at once one is made; demo accounts do not count', async () => {
    const both = await Promise.allSettled([first('anquan'), first('anquan-2')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({
      code: 'identity.first_administrator_exists',
    });
    await district.sql.query(
      "UPDATE accounts SET login_name = 'anquan' WHERE login_name = 'anquan-2'",
    );
    await expect(first('anquan-3')).rejects.toMatchObject({
      code: 'identity.first_administrator_exists',
    });
    const password = both.find((one) => one.status === 'fulfilled')?.value ?? '';
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
