import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Browser } from '../support/browser.js';
import type { Dto, Problem } from '../support/client.js';
import { openDistrict, USUAL_MORNING, type District } from '../support/district.js';
import { codeAt, enrol } from './authenticator.js';
import { Office } from './office.js';
import { PUBLIC_URL, TestProvider } from './provider.js';

type Account = Dto<'AccountDto'>;

describe('signing in by a provider (OpenID Connect)', () => {
  let provider: TestProvider;
  let district: District;
  let office: Office;

  beforeAll(async () => {
    // It warns of what is set up for tests alone.
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    jest.spyOn(console, 'info').mockImplementation(() => undefined);
    provider = await TestProvider.open();
    district = await openDistrict(provider.env);
    office = await Office.of(district);
  });
  afterEach(() => district.clock.moveTo(USUAL_MORNING));
  afterAll(async () => {
    await district.close();
    await provider.close();
  });

  /** Sets out. @returns where the browser is sent */
  const start = async (browser: Browser, returnTo?: string): Promise<string> => {
    const query = returnTo === undefined ? '' : `?returnTo=${encodeURIComponent(returnTo)}`;
    const answer = await browser.fetch(`/api/v1/oidc/start${query}`);
    expect(answer.status).toBe(302);
    return answer.headers.get('location') ?? '';
  };
  /** Comes back, through the proxy that stands at the public address. @returns where the browser ends */
  const comeBack = async (browser: Browser, callback: URL): Promise<string> => {
    expect(callback.origin).toBe(PUBLIC_URL);
    const answer = await browser.fetch(`${callback.pathname}${callback.search}`);
    expect(answer.status).toBe(302);
    return answer.headers.get('location') ?? '';
  };
  const walk = async (login: string, returnTo?: string, browser = new Browser(district.url, {})) =>
    comeBack(browser, await provider.signIn(await start(browser, returnTo), login));
  const link = async (accountId: string, subject: string, issuer?: string) =>
    office.security.post<Dto<'ManagedAccountDto'> & Problem>(
      `/api/v1/accounts/${accountId}/external-identities`,
      { subject, ...(issuer ? { issuer } : {}) },
    );
  const me = async (browser: Browser) => (await browser.send<Account>('GET', '/api/v1/me')).body;
  const FAILED = '/sign-in?error=identity.oidc_failed';
  const UNKNOWN = '/sign-in?error=identity.oidc_unknown';

  it('is offered where it is set, and told to anyone', async () => {
    const answer = await fetch(`${district.url}/api/v1/sign-in-ways`);
    expect(await answer.json()).toEqual({ password: true, oidc: true });
  });

  it('somebody whom nobody has linked is told so, and has no session', async () => {
    const browser = new Browser(district.url, {});
    expect(await walk('stranger', '/cases', browser)).toBe(UNKNOWN);
    expect(browser.cookies.size).toBe(0);
  });

  it('linked, they are in: with code, PKCE, state and nonce, at the page they came from', async () => {
    const { id } = await office.accountOf('dxl-clerk1');
    const linked = await link(id, 'wang.lijing');
    expect([linked.status, linked.body.externalIdentities]).toEqual([
      200,
      [expect.objectContaining({ issuer: provider.issuer, subject: 'wang.lijing' })],
    ]);
    const browser = new Browser(district.url, {});
    const address = new URL(await start(browser, '/cases?show=MINE#top'));
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      response_type: 'code',
      scope: 'openid',
      code_challenge_method: 'S256',
      redirect_uri: `${PUBLIC_URL}/api/v1/oidc/callback`,
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    });
    const kept = browser.cookies.get('yikou_oidc');
    expect(kept?.attributes).toMatch(/HttpOnly/);
    expect(kept?.attributes).toMatch(/SameSite=Lax/);
    const callback = await provider.signIn(address.href, 'wang.lijing');
    expect(await comeBack(browser, callback)).toBe('/cases?show=MINE#top');
    expect([...browser.cookies.keys()].sort()).toEqual(['yikou_refresh', 'yikou_session']);
    expect(await me(browser)).toMatchObject({ loginName: 'dxl-clerk1', secondFactor: 'NONE' });
    const { body } = await browser.send<Dto<'SessionListDto'>>('GET', '/api/v1/sessions');
    expect(body.items.find(({ current }) => current)?.way).toBe('OIDC');
  });

  it('nothing of an attempt can be read out of the table that would finish it', async () => {
    const browser = new Browser(district.url, {});
    const state = new URL(await start(browser)).searchParams.get('state') ?? '';
    const rows = JSON.stringify(await district.sql.query('SELECT * FROM oidc_attempts'));
    expect(rows.includes(state)).toBe(false);
    expect(rows.includes(browser.cookies.get('yikou_oidc')?.value ?? '')).toBe(false);
  });

  it('open redirect: whatever a link brought along, the browser stays here', async () => {
    const elsewhere = [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      '\\\\evil.example',
      'javascript:alert(1)',
      `/${'x'.repeat(600)}`,
      '',
    ];
    for (const returnTo of elsewhere) {
      expect([returnTo, await walk('wang.lijing', returnTo)]).toEqual([returnTo, '/']);
    }
  });

  it('a callback is good once, in the browser that set out, and for ten minutes', async () => {
    const browser = new Browser(district.url, {});
    const callback = await provider.signIn(await start(browser), 'wang.lijing');
    const victim = new Browser(district.url, {});
    expect(await comeBack(victim, callback)).toBe(FAILED);
    await start(victim);
    expect(await comeBack(victim, callback)).toBe(FAILED);
    expect(victim.cookies.has('yikou_session')).toBe(false);
    const again = browser.on({});
    expect(await comeBack(browser, callback)).toBe('/');
    expect(await comeBack(again, callback)).toBe(FAILED);
    const slow = new Browser(district.url, {});
    const late = await provider.signIn(await start(slow), 'wang.lijing');
    district.clock.moveBy(600_000);
    expect(await comeBack(slow, late)).toBe(FAILED);
  });

  it.each([
    ['nonce', 'x'.repeat(43)],
    ['verifier', 'y'.repeat(43)],
  ])('an answer that was made for another %s is refused', async (column, value) => {
    const browser = new Browser(district.url, {});
    const callback = await provider.signIn(await start(browser), 'wang.lijing');
    await district.sql.query(`UPDATE oidc_attempts SET ${column} = $1`, [value]);
    expect(await comeBack(browser, callback)).toBe(FAILED);
    expect(browser.cookies.has('yikou_session')).toBe(false);
  });

  it.each<[string, (callback: URL) => void]>([
    ['another state', ({ searchParams }) => searchParams.set('state', 'x'.repeat(43))],
    ['no state', ({ searchParams }) => searchParams.delete('state')],
    ['another code', ({ searchParams }) => searchParams.set('code', 'made-up')],
    ['another issuer', ({ searchParams }) => searchParams.set('iss', 'https://evil.example')],
    ['no code', ({ searchParams }) => searchParams.delete('code')],
  ])('a callback with %s is refused', async (_what, change) => {
    const browser = new Browser(district.url, {});
    const callback = await provider.signIn(await start(browser), 'wang.lijing');
    change(callback);
    expect(await comeBack(browser, callback)).toBe(FAILED);
    expect(browser.cookies.has('yikou_session')).toBe(false);
  });

  it('whoever turns back at the provider is back at the sign-in page', async () => {
    const browser = new Browser(district.url, {});
    const callback = await provider.turnBack(await start(browser));
    expect(callback.searchParams.get('error')).toBe('access_denied');
    expect(await comeBack(browser, callback)).toBe(FAILED);
  });

  it('of an administrator the second factor is still asked', async () => {
    const { account, client } = await office.newcomer('SYSTEM_ADMINISTRATOR');
    await link(account.id, 'liu.system');
    const reset = `/api/v1/accounts/${account.id}/second-factor-reset`;
    await office.security.post(reset, {});
    const fresh = new Browser(district.url);
    await walk('liu.system', '/', fresh);
    expect(await me(fresh)).toMatchObject({ secondFactor: 'NEEDED' });
    const waiting = await fresh.send<Problem>('GET', '/api/v1/sessions');
    expect([waiting.status, waiting.body.code]).toEqual([403, 'identity.second_factor_needed']);
    expect((await client.send('GET', '/api/v1/me')).status).toBe(401);
  });

  it('one that is set up is asked of everybody, for this session', async () => {
    const { account, client } = await office.newcomer('AUDITOR');
    await link(account.id, 'sun.audit');
    const { client: clerk, account: clerks } = await office.newcomer('CLERK');
    const authenticator = await enrol(clerk, district.clock.now());
    await link(clerks.id, 'chen.clerk');
    for (const login of ['sun.audit', 'chen.clerk']) {
      const browser = new Browser(district.url);
      await walk(login, '/', browser);
      expect(await me(browser)).toMatchObject({ secondFactor: 'ASKED' });
      const waiting = await browser.send<Problem>('GET', '/api/v1/cases');
      expect(waiting.body.code).toBe('identity.second_factor_code_needed');
    }
    const browser = new Browser(district.url);
    await walk('chen.clerk', '/', browser);
    const code = codeAt(authenticator, district.clock.now());
    const proven = await browser.send('POST', '/api/v1/sessions/current/second-factor', { code });
    expect(proven.status).toBe(200);
    expect((await browser.send('GET', '/api/v1/cases')).status).toBe(200);
    expect((await client.send('GET', '/api/v1/cases')).status).toBe(200);
  });

  it('unless the provider says that it has asked for more than one factor', async () => {
    const { account } = await office.newcomer('SYSTEM_ADMINISTRATOR');
    await link(account.id, 'zhao-mfa');
    const browser = new Browser(district.url);
    await walk('zhao-mfa', '/', browser);
    expect(await me(browser)).toMatchObject({ secondFactor: 'ON' });
    expect((await browser.send('GET', '/api/v1/sessions')).status).toBe(200);
  });

  it('a one-time password is not asked of somebody who never types one', async () => {
    const { unitId } = await office.accountOf('dxl-clerk1');
    const { account } = await office.create({ unitId });
    await office.grant(account.id, 'CLERK');
    await link(account.id, 'li.new');
    const browser = new Browser(district.url);
    await walk('li.new', '/', browser);
    expect(await me(browser)).toMatchObject({ mustChangePassword: false });
    expect((await browser.send('GET', '/api/v1/cases')).status).toBe(200);
  });

  it('one identity leads to one account, and to none once it is unlinked or switched off', async () => {
    const { account } = await office.newcomer('GUIDE');
    const taken = await link(account.id, 'wang.lijing', `${provider.issuer}/`);
    expect([taken.status, taken.body.code]).toEqual([409, 'identity.external_identity_taken']);
    const elsewhere = await link(account.id, 'wang.lijing', 'https://other.example');
    expect(elsewhere.status).toBe(200);
    const { body } = await link(account.id, 'he.guide');
    expect(await walk('he.guide')).toBe('/');
    await office.change(account.id, { active: false });
    expect(await walk('he.guide')).toBe(UNKNOWN);
    await office.change(account.id, { active: true });
    const own = body.externalIdentities.find(({ subject }) => subject === 'he.guide');
    const path = `/api/v1/accounts/${account.id}/external-identities/${own?.id}`;
    expect((await office.security.send('DELETE', path)).status).toBe(200);
    expect((await office.security.send('DELETE', path)).status).toBe(404);
    expect(await walk('he.guide')).toBe(UNKNOWN);
  });

  it('a provider that does not answer is said on the sign-in page', async () => {
    const gone = await TestProvider.open();
    const other = await openDistrict(gone.env);
    try {
      await gone.close();
      const browser = new Browser(other.url, {});
      expect(await start(browser)).toBe('/sign-in?error=identity.oidc_unavailable');
      expect(browser.cookies.size).toBe(0);
    } finally {
      await other.close();
    }
  });

  it('demo accounts are refused where NODE_ENV=production', async () => {
    const formal = await openDistrict({ ...provider.env, NODE_ENV: 'production' });
    try {
      await formal.sql.query(
        `INSERT INTO external_identities (id, account_id, issuer, subject, linked_by, linked_at)
         SELECT gen_random_uuid(), id, $1, 'demo', id, now() FROM accounts WHERE login_name = 'dxl-clerk1'`,
        [provider.issuer],
      );
      const browser = new Browser(formal.url, {});
      const callback = await provider.signIn(await start(browser), 'demo');
      const end = await comeBack(browser, callback);
      expect(end).toBe('/sign-in?error=identity.demo_account_refused');
      expect(browser.cookies.has('yikou_session')).toBe(false);
    } finally {
      await formal.close();
    }
  });

  it('where none is set there is none', async () => {
    const plain = await openDistrict();
    try {
      const ways = await fetch(`${plain.url}/api/v1/sign-in-ways`);
      expect(await ways.json()).toEqual({ password: true, oidc: false });
      const answer = await fetch(`${plain.url}/api/v1/oidc/start`, { redirect: 'manual' });
      expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([
        404,
        'identity.oidc_not_offered',
      ]);
    } finally {
      await plain.close();
    }
  });
});
