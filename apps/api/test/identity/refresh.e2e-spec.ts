import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser } from '../support/browser.js';
import { Client, type Answer, type Dto, type Problem } from '../support/client.js';
import { openDistrict, USUAL_MORNING, type District } from '../support/district.js';

type Session = Dto<'SessionDto'>;
const MINUTE = 60_000;

describe('renewing a session', () => {
  let district: District;

  beforeAll(async () => {
    district = await openDistrict();
  });
  afterEach(() => district.clock.moveTo(USUAL_MORNING));
  afterAll(() => district.close());

  const signedIn = () => Client.signIn(district.url, 'dxl-clerk1', 'yikou-demo');
  const refresh = async (refreshToken: string): Promise<Answer<Session & Problem>> => {
    const answer = await fetch(`${district.url}/api/v1/sessions/refresh`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refreshToken }),
    });
    const body = (await answer.json()) as Session & Problem;
    return { status: answer.status, body, headers: answer.headers };
  };
  const me = async (token: string | null) => {
    const headers = { authorization: `Bearer ${token}` };
    return (await fetch(`${district.url}/api/v1/me`, { headers })).status;
  };

  it('gives new tokens; the old ones open nothing any more', async () => {
    const client = await signedIn();
    district.clock.moveBy(20 * MINUTE);
    const { status, body } = await refresh(client.refreshToken);
    expect(status).toBe(200);
    expect(body.account.loginName).toBe('dxl-clerk1');
    expect(new Date(body.expiresAt)).toEqual(new Date(district.clock.now().getTime() + 900_000));
    expect([await me(body.token), await me(client.token)]).toEqual([200, 401]);
    expect((await refresh(body.refreshToken ?? '')).status).toBe(200);
  });

  it('a browser is renewed by its cookie alone, and never sees a token', async () => {
    const browser = new Browser(district.url);
    await browser.signIn('dxl-clerk1');
    const before = browser.cookies.get('yikou_refresh')?.value;
    const { status, body } = await browser.send<Session>('POST', '/api/v1/sessions/refresh', {});
    expect([status, body.token, body.refreshToken]).toEqual([200, null, null]);
    expect(browser.cookies.get('yikou_refresh')?.value).not.toBe(before);
    expect((await browser.send('GET', '/api/v1/me')).status).toBe(200);
  });

  it('refresh-reuse: a used token that comes again ends the session for whoever holds it, and is noted', async () => {
    const client = await signedIn();
    const { body: renewed } = await refresh(client.refreshToken);
    district.clock.moveBy(6000);
    const stolen = await refresh(client.refreshToken);
    expect([stolen.status, stolen.body.code]).toEqual([401, 'identity.sign_in_required']);
    expect(await me(renewed.token)).toBe(401);
    expect((await refresh(renewed.refreshToken ?? '')).status).toBe(401);
    const [entry]: { changes: string }[] = await district.sql.query(
      "SELECT changes FROM audit_entries WHERE action = 'session.refresh' ORDER BY seq DESC LIMIT 1",
    );
    expect(entry?.changes).toContain('REFRESH_TOKEN_REUSED');
  });

  it('also one that was used several renewals ago', async () => {
    const client = await signedIn();
    let { body: renewed } = await refresh(client.refreshToken);
    for (let turn = 0; turn < 3; turn++) {
      district.clock.moveBy(10 * MINUTE);
      ({ body: renewed } = await refresh(renewed.refreshToken ?? ''));
    }
    await refresh(client.refreshToken);
    expect(await me(renewed.token)).toBe(401);
  });

  it('grace: a second tab at the same moment gets no token and ends nothing', async () => {
    for (let turn = 0; turn < 10; turn++) {
      const client = await signedIn();
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => refresh(client.refreshToken)),
      );
      const won = answers.filter(({ status }) => status === 200);
      const waiting = answers.filter(({ status }) => status === 401);
      expect([won.length, waiting.length]).toEqual([1, 7]);
      expect(new Set(waiting.map(({ body }) => body.code))).toEqual(
        new Set(['identity.refresh_in_progress']),
      );
      expect(waiting.every(({ body }) => !('token' in body))).toBe(true);
      expect(await me(won[0]?.body.token ?? null)).toBe(200);
    }
  });

  it('grace: it is over after five seconds', async () => {
    const client = await signedIn();
    const { body: renewed } = await refresh(client.refreshToken);
    district.clock.moveBy(5000);
    expect((await refresh(client.refreshToken)).body.code).toBe('identity.refresh_in_progress');
    expect(await me(renewed.token)).toBe(200);
    district.clock.moveBy(1);
    await refresh(client.refreshToken);
    expect(await me(renewed.token)).toBe(401);
  });

  it('after two hours without a request there is nothing to renew', async () => {
    const client = await signedIn();
    district.clock.moveBy(120 * MINUTE - 1);
    const { body: renewed } = await refresh(client.refreshToken);
    expect(renewed.token).toBeTruthy();
    district.clock.moveBy(120 * MINUTE);
    expect((await refresh(renewed.refreshToken ?? '')).status).toBe(401);
  });

  it('after twelve hours it is over, however often it was renewed', async () => {
    const client = await signedIn();
    let session: Session | undefined;
    let { refreshToken } = client;
    for (let hour = 1; hour < 12; hour++) {
      district.clock.moveBy(60 * MINUTE);
      const { status, body } = await refresh(refreshToken);
      expect([hour, status]).toEqual([hour, 200]);
      session = body;
      refreshToken = body.refreshToken ?? '';
    }
    district.clock.moveBy(50 * MINUTE);
    ({ body: session } = await refresh(refreshToken));
    const end = new Date('2026-03-10T13:30:00Z');
    expect([new Date(session.expiresAt), new Date(session.refreshExpiresAt)]).toEqual([end, end]);
    district.clock.moveTo(end);
    expect(await me(session.token)).toBe(401);
    expect((await refresh(session.refreshToken ?? '')).status).toBe(401);
  });

  it.each(['', 'x', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.', 'x'.repeat(101)])(
    'a made-up token renews nothing: %j',
    async (token) => {
      expect([400, 401]).toContain((await refresh(token)).status);
    },
  );

  it('an access token is no refresh token, nor the other way round', async () => {
    const client = await signedIn();
    expect((await refresh(client.token)).status).toBe(401);
    expect(await me(client.refreshToken)).toBe(401);
    expect(await me(client.token)).toBe(200);
  });
});
