import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Problem } from '../support/client.js';
import { openDistrict, type District } from '../support/district.js';
import { Office } from './office.js';

/** Columns and claims that no body may set. */
const EXTRAS: Record<string, unknown> = {
  id: '00000000-0000-4000-8000-000000000000',
  roles: ['SECURITY_ADMINISTRATOR'],
  role: 'SECURITY_ADMINISTRATOR',
  grants: [{ role: 'AUDITOR' }],
  active: true,
  demo: false,
  version: 99,
  password: 'Birch-river-73',
  passwordHash: '$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$aGFzaA',
  mustChangePassword: false,
  secondFactor: 'ON',
  secondFactorSecret: 'JBSWY3DPEHPK3PXP',
  createdAt: '2020-01-01T00:00:00Z',
  unit: { id: 'x' },
  accountId: 'x',
  grantedBy: 'x',
  revokedAt: null,
  expiresAt: '2099-01-01T00:00:00Z',
  sessionId: 'x',
  constructor: { prototype: { roles: ['AUDITOR'] } },
};

describe('S2, rule 22: what a body may set is what its interface names', () => {
  let district: District;
  let office: Office;
  let clerk: Client;
  let target: string;
  let unitId: string;

  beforeAll(async () => {
    district = await openDistrict();
    office = await Office.of(district);
    clerk = await district.as('dxl-clerk1');
    ({ id: target, unitId } = await office.accountOf('dxl-clerk2'));
  });
  afterAll(() => district.close());

  const rows = async () =>
    JSON.stringify(
      await district.sql.query(
        `SELECT a.*, k.*, (SELECT json_agg(g ORDER BY g.id) FROM role_grants g WHERE g.account_id = a.id)
         FROM accounts a JOIN account_secrets k ON k.account_id = a.id ORDER BY a.id`,
      ),
    );

  const doors = (): [string, Client, string, string, Record<string, unknown>][] => [
    ['create', office.security, 'POST', '/api/v1/accounts', { ...office.person({ unitId }) }],
    ['change', office.security, 'PATCH', `/api/v1/accounts/${target}`, { version: 1 }],
    ['grant', office.security, 'POST', `/api/v1/accounts/${target}/grants`, { role: 'GUIDE' }],
    [
      'link',
      office.security,
      'POST',
      `/api/v1/accounts/${target}/external-identities`,
      { issuer: 'https://id.example', subject: 'x' },
    ],
    [
      'password',
      clerk,
      'PUT',
      '/api/v1/me/password',
      { currentPassword: 'yikou-demo', newPassword: 'Birch-river-73' },
    ],
    ['sign-in', clerk, 'POST', '/api/v1/sessions', { loginName: 'x', password: 'y' }],
    ['refresh', clerk, 'POST', '/api/v1/sessions/refresh', { refreshToken: 'x' }],
    ['prove', clerk, 'POST', '/api/v1/sessions/current/second-factor', { code: '000000' }],
    ['confirm', clerk, 'POST', '/api/v1/me/second-factor/confirm', { code: '000000' }],
  ];

  it('one field too many is refused (400) at every door, and nothing is changed', async () => {
    const before = await rows();
    const through: string[] = [];
    for (const [name, who, method, path, body] of doors()) {
      for (const [field, value] of Object.entries(EXTRAS)) {
        if (field in body && Object.hasOwn(body, field)) continue;
        const extra = name === 'change' && field === 'active' ? { demo: true } : { [field]: value };
        const answer = await who.send<Problem>(method, path, {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ...body, ...extra }),
        });
        if (answer.status !== 400) through.push(`${name} ${field}: ${answer.status}`);
      }
    }
    expect(through).toEqual([]);
    expect(await rows()).toBe(before);
  });

  it('nor does a prototype that comes along reach anything', async () => {
    const before = await rows();
    for (const [, who, method, path, body] of doors()) {
      const text = `{"__proto__":{"roles":["AUDITOR"]},${JSON.stringify(body).slice(1)}`;
      const headers = { 'content-type': 'application/json' };
      const answer = await who.send(method, path, { headers, body: text });
      expect([path, answer.status]).toEqual([path, 400]);
    }
    expect(await rows()).toBe(before);
  });

  it('in the query as little as in the body', async () => {
    const answer = await office.security.send('GET', '/api/v1/accounts?areaPath=410100000000/');
    expect(answer.status).toBe(400);
  });
});
