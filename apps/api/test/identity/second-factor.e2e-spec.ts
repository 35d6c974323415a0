import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Dto, type Problem } from '../support/client.js';
import { openDistrict, USUAL_MORNING, type District } from '../support/district.js';
import { codeAt, enrol, enrolled, type Authenticator } from './authenticator.js';

const PASSWORD = 'yikou-demo';

describe('等保 2.0 身份鉴别: the second factor', () => {
  let district: District;

  beforeAll(async () => {
    district = await openDistrict();
  });
  afterEach(() => district.clock.moveTo(USUAL_MORNING));
  afterAll(() => district.close());

  /** "in", or the code of the refusal. */
  const signIn = async (loginName: string, code?: string, password = PASSWORD): Promise<string> => {
    const answer = await fetch(`${district.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ loginName, password, ...(code ? { code } : {}) }),
    });
    return answer.status === 201 ? 'in' : ((await answer.json()) as Problem).code;
  };
  const now = (authenticator: Authenticator, steps = 0) =>
    codeAt(authenticator, district.clock.now(), steps);
  const forget = (loginName: string) =>
    district.sql.query('DELETE FROM sign_in_failures WHERE login_name = $1', [loginName]);

  it('is asked for once the password was right, and not before', async () => {
    const authenticator = await enrolled(district, 'dxl-clerk1');
    expect(await signIn('dxl-clerk1')).toBe('identity.second_factor_required');
    expect(await signIn('dxl-clerk1', undefined, 'nope')).toBe('identity.credentials_wrong');
    expect(await signIn('dxl-clerk1', now(authenticator), 'nope')).toBe(
      'identity.credentials_wrong',
    );
    expect(await signIn('dxl-clerk1', now(authenticator))).toBe('in');
  });

  it('what it hands out is good for any authenticator', async () => {
    const clerk = await district.as('dxl-clerk4');
    const begun = await clerk.do<Dto<'SecondFactorSetupDto'>>('/api/v1/me/second-factor', {});
    const uri = new URL(begun.uri);
    expect([uri.protocol, uri.host]).toEqual(['otpauth:', 'totp']);
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      issuer: '一口受理',
      secret: begun.secret,
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
    expect(begun.secret).toMatch(/^[A-Z2-7]{32}$/);
  });

  it('counts for nothing until a code of it has come', async () => {
    const clerk = await district.as('jzj-clerk3');
    await clerk.do('/api/v1/me/second-factor', {});
    expect(await signIn('jzj-clerk3')).toBe('in');
    const wrong = await clerk.post<Problem>('/api/v1/me/second-factor/confirm', { code: '000000' });
    expect([wrong.status, wrong.body.code]).toEqual([400, 'identity.code_not_accepted']);
    expect(await signIn('jzj-clerk3')).toBe('in');
    await enrol(clerk, district.clock.now());
    expect(await signIn('jzj-clerk3')).toBe('identity.second_factor_required');
    const again = await clerk.post<Problem>('/api/v1/me/second-factor', {});
    expect([again.status, again.body.code]).toEqual([409, 'identity.second_factor_on_already']);
  });

  it('TOTP replay: a code is good once, also of two that send it at once; then no earlier one', async () => {
    const authenticator = await enrolled(district, 'dxl-clerk2');
    const code = now(authenticator);
    const answers = await Promise.all([signIn('dxl-clerk2', code), signIn('dxl-clerk2', code)]);
    expect(answers.sort()).toEqual(['identity.code_wrong', 'in']);
    expect(await signIn('dxl-clerk2', code)).toBe('identity.code_wrong');
    expect(await signIn('dxl-clerk2', now(authenticator, -1))).toBe('identity.code_wrong');
    expect(await signIn('dxl-clerk2', now(authenticator, 1))).toBe('in');
    expect(await signIn('dxl-clerk2', now(authenticator, 1))).toBe('identity.code_wrong');
    district.clock.moveBy(60_000);
    expect(await signIn('dxl-clerk2', now(authenticator))).toBe('in');
  });

  it('a clock that is half a minute off does no harm, a minute does', async () => {
    const authenticator = await enrolled(district, 'dxl-guide');
    district.clock.moveBy(600_000);
    expect(await signIn('dxl-guide', now(authenticator, -2))).toBe('identity.code_wrong');
    expect(await signIn('dxl-guide', now(authenticator, 2))).toBe('identity.code_wrong');
    expect(await signIn('dxl-guide', now(authenticator, -1))).toBe('in');
    expect(await signIn('dxl-guide', now(authenticator, 1))).toBe('in');
  });

  it('recovery codes: ten, each good once, however it is typed', async () => {
    const { recoveryCodes } = await enrolled(district, 'dxl-clerk3');
    expect(new Set(recoveryCodes).size).toBe(10);
    const [first = '', second = ''] = recoveryCodes;
    expect(first).toMatch(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/);
    const answers = await Promise.all([signIn('dxl-clerk3', first), signIn('dxl-clerk3', first)]);
    expect(answers.sort()).toEqual(['identity.code_wrong', 'in']);
    expect(await signIn('dxl-clerk3', first)).toBe('identity.code_wrong');
    expect(await signIn('dxl-clerk3', second.toLowerCase().replaceAll('-', ' '))).toBe('in');
    await forget('dxl-clerk3');
    const other = await enrolled(district, 'jzj-clerk4');
    expect(await signIn('dxl-clerk3', other.recoveryCodes[0])).toBe('identity.code_wrong');
  });

  it('neither the secret nor a code stands anywhere in clear', async () => {
    const clerk = await district.as('jzj-guide');
    const { totp, recoveryCodes } = await enrol(clerk, district.clock.now());
    const tables = ['account_secrets', 'audit_entries', 'idempotency_keys', 'outbox'];
    for (const table of tables) {
      const rows = JSON.stringify(await district.sql.query(`SELECT * FROM ${table}`));
      expect([table, rows.includes(totp.secret.base32)]).toEqual([table, false]);
      for (const code of recoveryCodes) {
        expect(rows.includes(code) || rows.includes(code.replaceAll('-', ''))).toBe(false);
      }
    }
  });

  it('no answer with a secret is kept under its Idempotency-Key', async () => {
    const clerk = await district.as('jzj-admin');
    const headers = { 'Idempotency-Key': 'begin-once' };
    const first = await clerk.post<Dto<'SecondFactorSetupDto'>>(
      '/api/v1/me/second-factor',
      {},
      headers,
    );
    const second = await clerk.post<Dto<'SecondFactorSetupDto'>>(
      '/api/v1/me/second-factor',
      {},
      headers,
    );
    expect(first.body.secret).not.toBe(second.body.secret);
    const kept: unknown[] = await district.sql.query(
      "SELECT 1 FROM idempotency_keys WHERE key = 'begin-once'",
    );
    expect(kept).toEqual([]);
  });

  it('whoever may drop it needs a code of it, used up by that', async () => {
    const loginName = 'jzj-clerk1';
    const clerk = await district.as(loginName);
    const authenticator = await enrol(clerk, district.clock.now());
    const drop = (code: string) => clerk.post<Problem>('/api/v1/me/second-factor/remove', { code });
    const wrong = await drop('000000');
    expect([wrong.status, wrong.body.code]).toEqual([400, 'identity.code_not_accepted']);
    const used = now(authenticator);
    expect(await signIn(loginName, used)).toBe('in');
    expect((await drop(used)).status).toBe(400);
    expect((await drop(now(authenticator, 1))).status).toBe(204);
    expect(await signIn(loginName)).toBe('in');
    expect((await drop(now(authenticator, 1))).body.code).toBe('identity.second_factor_not_on');
  });

  it.each(['erqi-system', 'erqi-security', 'erqi-auditor'])(
    '%s may do nothing before it is set up, and cannot drop it',
    async (loginName) => {
      const fresh = await Client.signIn(district.url, loginName, PASSWORD);
      expect(fresh.account.secondFactor).toBe('NEEDED');
      const lists = {
        'erqi-auditor': 'cases',
        'erqi-security': 'accounts',
        'erqi-system': 'sessions',
      };
      const path = `/api/v1/${lists[loginName as keyof typeof lists]}`;
      const waiting = await fresh.send<Problem>('GET', path);
      expect([waiting.status, waiting.body.code]).toEqual([403, 'identity.second_factor_needed']);
      expect((await fresh.send('GET', '/api/v1/me')).status).toBe(200);
      const administrator = await district.as(loginName);
      expect(administrator.account.secondFactor).toBe('ON');
      expect((await administrator.send('GET', path)).status).toBe(200);
      const code = district.codeOf(loginName);
      const dropped = await administrator.post<Problem>('/api/v1/me/second-factor/remove', {
        code,
      });
      expect([dropped.status, dropped.body.code]).toEqual([
        403,
        'identity.second_factor_compulsory',
      ]);
    },
  );

  it('a session that was opened before it was set up is asked for a code too', async () => {
    const loginName = 'rhl-clerk1';
    const earlier = await Client.signIn(district.url, loginName, PASSWORD);
    const authenticator = await enrolled(district, loginName);
    const waiting = await earlier.send<Problem>('GET', '/api/v1/cases');
    expect([waiting.status, waiting.body.code]).toEqual([
      403,
      'identity.second_factor_code_needed',
    ]);
    expect((await earlier.lookAgain()).account.secondFactor).toBe('ASKED');
    const prove = (code: string) =>
      earlier.post<Dto<'AccountDto'> & Problem>('/api/v1/sessions/current/second-factor', { code });
    expect((await prove('000000')).body.code).toBe('identity.code_not_accepted');
    const proven = await prove(now(authenticator));
    expect([proven.status, proven.body.secondFactor]).toEqual([200, 'ON']);
    expect((await earlier.send('GET', '/api/v1/cases')).status).toBe(200);
    expect((await prove(now(authenticator, 1))).body.code).toBe('identity.second_factor_not_on');
  });
});
