import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Problem } from '../support/client.js';
import { openDistrict, USUAL_MORNING, type District } from '../support/district.js';

describe('signing in', () => {
  let district: District;

  beforeAll(async () => {
    district = await openDistrict();
  });
  afterAll(() => district.close());

  const signIn = (url: string, loginName: unknown, password: unknown) =>
    fetch(`${url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ loginName, password }),
    });

  it('says who it is and what they may open; the cookie is not for scripts', async () => {
    const answer = await signIn(district.url, 'dxl-clerk1', 'yikou-demo');
    expect(answer.status).toBe(201);
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    const session = (await answer.json()) as {
      account: { unit: { name: string }; areasOfWork: string[] };
    };
    expect(session.account.unit.name).toBe('大学路街道便民服务中心');
    expect(session.account.areasOfWork).toContain('DESK');
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

  it('locks a name after five wrong passwords in a row, longer each time, and forgets it after a right one', async () => {
    const code = async (password: string): Promise<string> => {
      const answer = await signIn(district.url, 'jzj-clerk1', password);
      return answer.status === 201 ? 'in' : ((await answer.json()) as Problem).code;
    };
    for (let wrong = 0; wrong < 5; wrong++)
      expect(await code('nope')).toBe('identity.credentials_wrong');
    expect(await code('yikou-demo')).toBe('identity.locked');
    district.clock.moveBy(60_000);
    expect(await code('nope')).toBe('identity.credentials_wrong');
    district.clock.moveBy(60_000);
    expect(await code('yikou-demo')).toBe('identity.locked');
    district.clock.moveBy(60_000);
    expect(await code('yikou-demo')).toBe('in');
    for (let wrong = 0; wrong < 4; wrong++)
      expect(await code('nope')).toBe('identity.credentials_wrong');
    expect(await code('yikou-demo')).toBe('in');
    district.clock.moveTo(USUAL_MORNING);
  });

  it('twenty guesses at once get five answers, for an unknown name as for a known one', async () => {
    for (const name of ['rhl-clerk1', 'nobody-at-all']) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => signIn(district.url, name, 'guess')),
      );
      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter((status) => status === 401)).toHaveLength(5);
      expect(statuses.filter((status) => status === 429)).toHaveLength(15);
    }
  });

  it('every endpoint but the public ones wants a session', async () => {
    for (const path of [
      'me',
      'cases',
      'tasks',
      'deadlines',
      'deadlines/summary',
      'items/EQ-T-05-001/preview',
    ]) {
      const answer = await fetch(`${district.url}/api/v1/${path}`);
      expect([path, answer.status]).toEqual([path, 401]);
      expect(((await answer.json()) as Problem).code).toBe('identity.sign_in_required');
    }
  });

  it('signed out or run out, a token opens nothing', async () => {
    const leaving = await Client.signIn(district.url, 'dxl-clerk2', 'yikou-demo');
    expect((await leaving.send('DELETE', '/api/v1/sessions/current')).status).toBe(204);
    expect((await leaving.send('GET', '/api/v1/me')).status).toBe(401);
    const staying = await Client.signIn(district.url, 'dxl-clerk2', 'yikou-demo');
    district.clock.moveBy(12 * 3_600_000);
    expect((await staying.send('GET', '/api/v1/me')).status).toBe(401);
    district.clock.moveTo(USUAL_MORNING);
  });

  it('a cookie does not work for a changing request from another site', async () => {
    const { token } = await district.as('dxl-clerk1');
    const cookie = `yikou_session=${token}`;
    const foreign = await fetch(`${district.url}/api/v1/sessions/current`, {
      method: 'DELETE',
      headers: { cookie, origin: 'https://evil.example' },
    });
    expect([foreign.status, ((await foreign.json()) as Problem).code]).toEqual([
      403,
      'request.foreign_origin',
    ]);
    const own = await fetch(`${district.url}/api/v1/me`, { headers: { cookie } });
    expect(own.status).toBe(200);
  });

  it('answers carry the security headers; scripts only from here, no frame', async () => {
    const answer = await fetch(`${district.url}/health/live`);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('demo accounts are refused where NODE_ENV=production', async () => {
    const formal = await openDistrict({ NODE_ENV: 'production' });
    try {
      const answer = await signIn(formal.url, 'dxl-clerk1', 'yikou-demo');
      expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([
        403,
        'identity.demo_account_refused',
      ]);
    } finally {
      await formal.close();
    }
  });
});
