import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Dto, type Problem } from '../support/client.js';
import { openDistrict, USUAL_MORNING, type District } from '../support/district.js';
import { PASSWORD, Office } from './office.js';

describe('the security administrator and the accounts of the area', () => {
  let district: District;
  let office: Office;

  beforeAll(async () => {
    district = await openDistrict();
    office = await Office.of(district);
  });
  afterEach(() => district.clock.moveTo(USUAL_MORNING));
  afterAll(() => district.close());

  it('lists them page by page, by unit, role, name and state', async () => {
    const { security } = office;
    const all: string[] = [];
    let cursor: string | null = '';
    do {
      const more: string = cursor ? `&cursor=${cursor}` : '';
      const page = await security.get<Dto<'AccountPageDto'>>(`/api/v1/accounts?limit=50${more}`);
      all.push(...page.items.map(({ loginName }) => loginName));
      cursor = page.nextCursor;
    } while (cursor);
    const [{ count }]: [{ count: number }] = await district.sql.query(
      `SELECT count(*)::int AS count FROM accounts a JOIN units u ON u.id = a.unit_id
       WHERE u.area_code <> '410100000000'`,
    );
    expect([all.length, new Set(all).size]).toEqual([count, count]);
    expect(all).toEqual([...all].sort());
    const found = async (query: string) => {
      const page = await security.get<Dto<'AccountPageDto'>>(`/api/v1/accounts?${query}`);
      return page.items.map(({ loginName }) => loginName);
    };
    const { unitId } = await office.accountOf('dxl-clerk1');
    const guides = ['dxl-guide', 'jzj-guide', 'rhl-guide'];
    expect(await found('role=GUIDE')).toEqual(expect.arrayContaining(guides));
    expect(await found(`unitId=${unitId}&role=CLERK`)).toEqual(
      [1, 2, 3, 4].map((n) => `dxl-clerk${n}`),
    );
    expect(await found('q=DXL-CLERK1')).toEqual(['dxl-clerk1']);
    expect(await found('q=%25')).toEqual([]);
    expect(await found('active=false')).toEqual([]);
    expect((await security.send('GET', '/api/v1/accounts?active=maybe')).status).toBe(400);
    expect((await security.send('GET', '/api/v1/accounts?role=KING')).status).toBe(400);
  });

  it('nobody else sees or changes any', async () => {
    const { id } = await office.accountOf('dxl-clerk2');
    const others = ['dxl-clerk1', 'dxl-admin', 'erqi-supervisor', 'erqi-auditor', 'erqi-system'];
    for (const loginName of others) {
      const person = await district.as(loginName);
      const statuses = await Promise.all([
        person.send('GET', '/api/v1/accounts'),
        person.send('GET', `/api/v1/accounts/${id}`),
        person.post(`/api/v1/accounts/${id}/grants`, { role: 'INSPECTOR' }),
        person.post(`/api/v1/accounts/${id}/password-reset`, {}),
        person.send('GET', `/api/v1/accounts/${id}/sessions`),
      ]);
      expect([loginName, ...statuses.map(({ status }) => status)]).toEqual([
        loginName,
        ...Array.from({ length: 5 }, () => 403),
      ]);
    }
  });

  it('an account of another area is as good as none, for every verb', async () => {
    const { id } = await office.accountOf('zz-kgl-approver');
    const outside = await office.inStreet('dxl');
    const own = await office.accountOf('jzj-clerk1');
    const { unitId } = await office.accountOf('jzj-clerk1');
    for (const [who, account] of [
      [office.security, id],
      [outside, own.id],
    ] as const) {
      const path = `/api/v1/accounts/${account}`;
      const none = '00000000-0000-4000-8000-000000000000';
      const answers = await Promise.all([
        who.send<Problem>('GET', path),
        who.send<Problem>('PATCH', path, json({ version: 1, active: false })),
        who.post<Problem>(`${path}/grants`, { role: 'INSPECTOR' }),
        who.send<Problem>('DELETE', `${path}/grants/${none}`),
        who.post<Problem>(`${path}/password-reset`, {}),
        who.post<Problem>(`${path}/second-factor-reset`, {}),
        who.send<Problem>('GET', `${path}/sessions`),
        who.send<Problem>('DELETE', `${path}/sessions`),
        who.post<Problem>(`${path}/external-identities`, { issuer: 'https://a.b', subject: 'x' }),
      ]);
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
        answers.map(() => [404, 'identity.account_unknown']),
      );
    }
    const page = await outside.get<Dto<'AccountPageDto'>>(`/api/v1/accounts?unitId=${unitId}`);
    expect(page.items).toEqual([]);
    const made = await outside.post<Problem>('/api/v1/accounts', office.person({ unitId }));
    expect([made.status, made.body.code]).toEqual([400, 'identity.unit_unknown']);
  });

  it('one-time password: shown once, opens nothing but its own change, and that only for a week', async () => {
    const { unitId } = await office.accountOf('dxl-clerk1');
    const made = await office.create({ unitId });
    const { loginName } = made.account;
    expect(made.account).toMatchObject({ roles: [], mustChangePassword: true, grants: [] });
    await office.grant(made.account.id, 'CLERK');
    const first = await Client.signIn(district.url, loginName, made.oneTimePassword);
    expect(first.account.mustChangePassword).toBe(true);
    const waiting = await first.send<Problem>('GET', '/api/v1/cases');
    expect([waiting.status, waiting.body.code]).toEqual([403, 'identity.password_change_needed']);
    const change = (currentPassword: string, newPassword: string) =>
      first.send<Problem>('PUT', '/api/v1/me/password', json({ currentPassword, newPassword }));
    expect((await change('nope', PASSWORD)).body.code).toBe('identity.password_wrong');
    const weak = await change(made.oneTimePassword, loginName);
    expect([weak.status, weak.body.code]).toEqual([400, 'identity.password_refused']);
    expect(weak.body.errors?.map(({ field, code }) => [field, code])).toContainEqual([
      'newPassword',
      'password.contains_login_name',
    ]);
    const same = await change(made.oneTimePassword, made.oneTimePassword);
    expect(same.body.errors?.map(({ code }) => code)).toEqual(['password.same_as_last']);
    expect((await change(made.oneTimePassword, PASSWORD)).status).toBe(204);
    expect((await first.send('GET', '/api/v1/cases')).status).toBe(200);
    await expect(Client.signIn(district.url, loginName, made.oneTimePassword)).rejects.toThrow(
      'credentials_wrong',
    );
    const late = await office.create({ unitId });
    district.clock.moveBy(7 * 86_400_000);
    await expect(
      Client.signIn(district.url, late.account.loginName, late.oneTimePassword),
    ).rejects.toThrow('credentials_wrong');
  });

  it('changing one’s password ends every other session of one’s own', async () => {
    const { client, loginName } = await office.newcomer('CLERK');
    const other = await Client.signIn(district.url, loginName, PASSWORD);
    const body = json({ currentPassword: PASSWORD, newPassword: `${PASSWORD}-2` });
    expect((await client.send('PUT', '/api/v1/me/password', body)).status).toBe(204);
    expect((await client.send('GET', '/api/v1/me')).status).toBe(200);
    expect((await other.send('GET', '/api/v1/me')).status).toBe(401);
  });

  it('a login name is taken once, also by two at once', async () => {
    const { unitId } = await office.accountOf('dxl-clerk1');
    const body = office.person({ unitId });
    const answers = await Promise.all(
      [1, 2].map(() => office.security.post<Problem>('/api/v1/accounts', body)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe(
      'identity.login_name_taken',
    );
  });

  it('a change from an outdated page is refused', async () => {
    const { account } = await office.newcomer('CLERK');
    const path = `/api/v1/accounts/${account.id}`;
    const change = (body: object) =>
      office.security.send<Dto<'ManagedAccountDto'> & Problem>('PATCH', path, json(body));
    const first = await change({ version: 1, displayName: '新名字' });
    expect([first.status, first.body.version, first.body.displayName]).toEqual([200, 2, '新名字']);
    const stale = await change({ version: 1, displayName: '旧名字' });
    expect([stale.status, stale.body.code]).toEqual([409, 'identity.account_stale']);
    const both = await Promise.all(
      ['甲', '乙'].map((displayName) => change({ version: 2, displayName })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('switched off, every token of the account is dead with the next request', async () => {
    const { account, client, loginName } = await office.newcomer('CLERK');
    const { refreshToken } = client;
    expect((await client.send('GET', '/api/v1/cases')).status).toBe(200);
    await office.change(account.id, { active: false });
    expect((await client.send('GET', '/api/v1/cases')).status).toBe(401);
    expect((await client.post('/api/v1/sessions/refresh', { refreshToken })).status).toBe(401);
    await expect(Client.signIn(district.url, loginName, PASSWORD)).rejects.toThrow(
      'credentials_wrong',
    );
    await office.change(account.id, { active: true });
    expect((await client.send('GET', '/api/v1/cases')).status).toBe(401);
    await Client.signIn(district.url, loginName, PASSWORD);
  });

  it('switched off by whatever way, it is off', async () => {
    const { account, client } = await office.newcomer('CLERK');
    const { refreshToken } = client;
    await district.sql.query('UPDATE accounts SET active = false WHERE id = $1', [account.id]);
    expect((await client.send('GET', '/api/v1/cases')).status).toBe(401);
    expect((await client.post('/api/v1/sessions/refresh', { refreshToken })).status).toBe(401);
  });

  it('a password reset ends all sessions; the person sets an own one', async () => {
    const { account, client, loginName } = await office.newcomer('CLERK');
    const reset = await office.security.do<Dto<'OneTimePasswordDto'>>(
      `/api/v1/accounts/${account.id}/password-reset`,
      {},
    );
    expect((await client.send('GET', '/api/v1/me')).status).toBe(401);
    await expect(Client.signIn(district.url, loginName, PASSWORD)).rejects.toThrow(
      'credentials_wrong',
    );
    const again = await Client.signIn(district.url, loginName, reset.oneTimePassword);
    expect(again.account.mustChangePassword).toBe(true);
  });

  it('sees and ends somebody’s sessions, one or all', async () => {
    const { account, loginName, client } = await office.newcomer('CLERK');
    const other = await Client.signIn(district.url, loginName, PASSWORD);
    const path = `/api/v1/accounts/${account.id}/sessions`;
    const list = await office.security.get<Dto<'SessionListDto'>>(path);
    expect(list.items.map(({ current, way, address }) => [current, way, address])).toEqual([
      [false, 'PASSWORD', '127.0.0.1'],
      [false, 'PASSWORD', '127.0.0.1'],
    ]);
    const own = await other.get<Dto<'SessionListDto'>>('/api/v1/sessions');
    const id = own.items.find(({ current }) => current)?.id;
    expect((await office.security.send('DELETE', `${path}/${id}`)).status).toBe(204);
    expect((await other.send('GET', '/api/v1/me')).status).toBe(401);
    expect((await office.security.send('DELETE', `${path}/${id}`)).status).toBe(404);
    expect((await office.security.send('DELETE', path)).status).toBe(204);
    expect((await client.send('GET', '/api/v1/me')).status).toBe(401);
  });

  it('a person sees and ends their own sessions, and nobody else’s', async () => {
    const { client, loginName } = await office.newcomer('CLERK');
    const others = await Promise.all(
      [1, 2].map(() => Client.signIn(district.url, loginName, PASSWORD)),
    );
    const mine = await client.get<Dto<'SessionListDto'>>('/api/v1/sessions');
    expect([mine.items.length, mine.items.filter(({ current }) => current).length]).toEqual([3, 1]);
    const stranger = await district.as('dxl-clerk1');
    for (const { id } of mine.items) {
      expect((await stranger.send('DELETE', `/api/v1/sessions/${id}`)).status).toBe(404);
    }
    const [first] =
      (await others[0]?.get<Dto<'SessionListDto'>>('/api/v1/sessions'))?.items.filter(
        ({ current }) => current,
      ) ?? [];
    expect((await client.send('DELETE', `/api/v1/sessions/${first?.id}`)).status).toBe(204);
    expect((await others[0]?.send('GET', '/api/v1/me'))?.status).toBe(401);
    expect((await others[1]?.send('GET', '/api/v1/me'))?.status).toBe(200);
    expect((await client.send('DELETE', '/api/v1/sessions/others')).status).toBe(204);
    expect((await others[1]?.send('GET', '/api/v1/me'))?.status).toBe(401);
    expect((await client.get<Dto<'SessionListDto'>>('/api/v1/sessions')).items).toHaveLength(1);
  });

  it('nobody administers themselves', async () => {
    const { security } = office;
    const path = `/api/v1/accounts/${security.account.id}`;
    const { grants } = await security.get<Dto<'ManagedAccountDto'>>(path);
    const answers = await Promise.all([
      security.send<Problem>('PATCH', path, json({ version: 1, active: false })),
      security.post<Problem>(`${path}/grants`, { role: 'SECURITY_ADMINISTRATOR' }),
      security.send<Problem>('DELETE', `${path}/grants/${grants[0]?.id}`),
      security.post<Problem>(`${path}/password-reset`, {}),
      security.post<Problem>(`${path}/second-factor-reset`, {}),
      security.post<Problem>(`${path}/external-identities`, {
        issuer: 'https://a.b',
        subject: 'x',
      }),
    ]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      answers.map(() => [403, 'identity.own_account']),
    );
  });

  it('another security administrator resets a second factor; it is set up anew', async () => {
    const colleague = await office.newcomer('SECURITY_ADMINISTRATOR');
    const path = `/api/v1/accounts/${colleague.account.id}`;
    expect((await office.security.get<Dto<'ManagedAccountDto'>>(path)).secondFactorOn).toBe(true);
    expect((await office.security.post(`${path}/second-factor-reset`, {})).status).toBe(204);
    expect((await colleague.client.send('GET', '/api/v1/me')).status).toBe(401);
    const again = await Client.signIn(district.url, colleague.loginName, PASSWORD);
    expect(again.account.secondFactor).toBe('NEEDED');
  });
});

const json = (body: object) => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
