import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser } from '../support/browser.js';
import { Client, type Dto, type Problem } from '../support/client.js';
import { openDistrict, USUAL_MORNING, type District } from '../support/district.js';

describe('signing in', () => {
  let district: District;

  beforeAll(async () => {
    district = await openDistrict();
  });
  afterEach(() => district.clock.moveTo(USUAL_MORNING));
  afterAll(() => district.close());

  const signIn = (url: string, loginName: unknown, password: unknown) =>
    fetch(`${url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ loginName, password }),
    });

  it('says who it is and what they may open; a browser gets no token that a script could read', async () => {
    const browser = new Browser(district.url);
    const { status, body } = await browser.signIn<Dto<'SessionDto'>>('dxl-clerk1');
    expect(status).toBe(201);
    expect([body.token, body.refreshToken]).toEqual([null, null]);
    expect(body.account.unit.name).toBe('大学路街道便民服务中心');
    expect(body.account.areasOfWork).toContain('DESK');
    expect(body.account).toMatchObject({ secondFactor: 'NONE', mustChangePassword: false });
    expect([...browser.cookies.keys()].sort()).toEqual(['yikou_refresh', 'yikou_session']);
    for (const { attributes } of browser.cookies.values()) {
      expect(attributes).toMatch(/HttpOnly/);
      expect(attributes).toMatch(/SameSite=Strict/);
      expect(attributes).not.toMatch(/Secure/);
    }
    expect(browser.cookies.get('yikou_refresh')?.path).toBe('/api/v1/sessions');
    expect((await browser.send('GET', '/api/v1/me')).status).toBe(200);
  });

  it('a browser over plain http shows itself by its Origin alone', async () => {
    const browser = new Browser(district.url, { origin: district.url });
    const { body } = await browser.signIn<Dto<'SessionDto'>>('dxl-clerk1');
    expect([body.token, browser.cookies.size]).toEqual([null, 2]);
  });

  it('a program gets its tokens in the body and no cookie', async () => {
    const answer = await signIn(district.url, 'dxl-clerk1', 'yikou-demo');
    expect(answer.headers.getSetCookie()).toEqual([]);
    const session = (await answer.json()) as Dto<'SessionDto'>;
    expect([session.token?.length, session.refreshToken?.length]).toEqual([43, 43]);
    expect(session.expiresAt).toBe('2026-03-10T01:45:00.000Z');
    expect(session.refreshExpiresAt).toBe('2026-03-10T03:30:00.000Z');
    expect(session.endsAt).toBe('2026-03-10T13:30:00.000Z');
  });

  it('of no token anything but a hash is stored', async () => {
    const client = await Client.signIn(district.url, 'dxl-clerk1', 'yikou-demo');
    const rows = await district.sql.query<object[]>(
      'SELECT s.*, t.* FROM sessions s JOIN refresh_tokens t ON t.session_id = s.id',
    );
    const stored = JSON.stringify(rows);
    expect(rows.length).toBeGreaterThan(0);
    expect(stored.includes(client.token) || stored.includes(client.refreshToken)).toBe(false);
  });

  it('tells a wrong password and an unknown account apart to nobody', async () => {
    const wrong = (await (await signIn(district.url, 'dxl-clerk1', 'nope')).json()) as Problem;
    const unknown = (await (await signIn(district.url, 'nobody', 'nope')).json()) as Problem;
    expect([wrong.status, wrong.code, wrong.title]).toEqual([
      401,
      'identity.credentials_wrong',
      unknown.title,
    ]);
  });

  it('every endpoint but the public ones wants a session', async () => {
    for (const path of ['me', 'cases', 'tasks', 'deadlines', 'sessions', 'accounts']) {
      const answer = await fetch(`${district.url}/api/v1/${path}`);
      expect([path, answer.status]).toEqual([path, 401]);
      expect(((await answer.json()) as Problem).code).toBe('identity.sign_in_required');
    }
  });

  it('signed out, no token of the session opens anything', async () => {
    const leaving = await Client.signIn(district.url, 'dxl-clerk2', 'yikou-demo');
    expect((await leaving.send('DELETE', '/api/v1/sessions/current')).status).toBe(204);
    expect((await leaving.send('GET', '/api/v1/me')).status).toBe(401);
    const { refreshToken } = leaving;
    expect((await leaving.post('/api/v1/sessions/refresh', { refreshToken })).status).toBe(401);
  });

  it('signing out takes the cookies of a browser away', async () => {
    const browser = new Browser(district.url);
    await browser.signIn('dxl-clerk2');
    expect((await browser.send('DELETE', '/api/v1/sessions/current')).status).toBe(204);
    expect(browser.cookies.size).toBe(0);
  });

  it('a token runs out after a quarter of an hour', async () => {
    const client = await Client.signIn(district.url, 'dxl-clerk2', 'yikou-demo');
    district.clock.moveBy(15 * 60_000 - 1);
    expect((await client.send('GET', '/api/v1/me')).status).toBe(200);
    district.clock.moveBy(1);
    expect((await client.send('GET', '/api/v1/me')).status).toBe(401);
  });

  it('demo accounts are refused where NODE_ENV=production, and cookies travel by https alone', async () => {
    const formal = await openDistrict({ NODE_ENV: 'production' });
    try {
      const answer = await signIn(formal.url, 'dxl-clerk1', 'yikou-demo');
      expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([
        403,
        'identity.demo_account_refused',
      ]);
      await formal.sql.query("UPDATE accounts SET demo = false WHERE login_name = 'dxl-clerk1'");
      const browser = new Browser(formal.url);
      expect((await browser.signIn('dxl-clerk1')).status).toBe(201);
      const kept = [...browser.cookies.values()].map(({ attributes }) => attributes);
      expect(kept.filter((attributes) => /Secure/.test(attributes))).toHaveLength(2);
    } finally {
      await formal.close();
    }
  });
});
