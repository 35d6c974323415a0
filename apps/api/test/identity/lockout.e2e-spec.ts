import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SignInAttempts } from '../../src/identity/sign-in-attempts.js';
import type { Problem } from '../support/client.js';
import { openDistrict, USUAL_MORNING, type District } from '../support/district.js';
import { codeAt, enrolled } from './authenticator.js';

describe('S7: guessing', () => {
  let district: District;

  beforeAll(async () => {
    district = await openDistrict();
  });
  afterEach(() => district.clock.moveTo(USUAL_MORNING));
  afterAll(() => district.close());

  const signIn = (body: Record<string, string>) =>
    fetch(`${district.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const outcome = async (body: Record<string, string>): Promise<string> => {
    const answer = await signIn(body);
    return answer.status === 201 ? 'in' : ((await answer.json()) as Problem).code.slice(9);
  };

  it('locks a name after five wrong passwords in a row, longer each time, and forgets it after a right one', async () => {
    const code = (password: string) => outcome({ loginName: 'jzj-clerk1', password });
    for (let wrong = 0; wrong < 5; wrong++) expect(await code('nope')).toBe('credentials_wrong');
    expect(await code('yikou-demo')).toBe('locked');
    district.clock.moveBy(60_000);
    expect(await code('nope')).toBe('credentials_wrong');
    district.clock.moveBy(60_000);
    expect(await code('yikou-demo')).toBe('locked');
    district.clock.moveBy(60_000);
    expect(await code('yikou-demo')).toBe('in');
    for (let wrong = 0; wrong < 4; wrong++) expect(await code('nope')).toBe('credentials_wrong');
    expect(await code('yikou-demo')).toBe('in');
  });

  it('twenty guesses at once get five answers, for an unknown name as for a known one', async () => {
    for (const loginName of ['rhl-clerk1', 'nobody-at-all']) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => signIn({ loginName, password: 'guess' })),
      );
      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter((status) => status === 401)).toHaveLength(5);
      expect(statuses.filter((status) => status === 429)).toHaveLength(15);
    }
  });

  it('wrong codes count like wrong passwords, and asking for the code in between forgives none', async () => {
    const loginName = 'dxl-clerk1';
    const password = 'yikou-demo';
    await enrolled(district, loginName);
    for (let wrong = 0; wrong < 5; wrong++) {
      expect(await outcome({ loginName, password })).toBe('second_factor_required');
      expect(await outcome({ loginName, password, code: '000000' })).toBe('code_wrong');
    }
    expect(await outcome({ loginName, password })).toBe('locked');
    district.clock.moveBy(60_000);
    expect(await outcome({ loginName, password, code: 'AAAA-BBBB-CCCC-DDDD' })).toBe('code_wrong');
    expect(await outcome({ loginName, password })).toBe('locked');
  });

  it('whoever has the password opens no lock by asking for the code at the same moment', async () => {
    const attempts = district.app.get(SignInAttempts);
    const loginName = 'dxl-clerk2';
    for (let wrong = 0; wrong < 3; wrong++) await attempts.begin(loginName);
    const withoutCode = await attempts.begin(loginName);
    // Sent at the same moment with a wrong code; it comes between and locks.
    await attempts.begin(loginName);
    await attempts.wasNoGuess(withoutCode);
    expect(await outcome({ loginName, password: 'yikou-demo' })).toBe('locked');
  });

  it('people who type their password first and then the code are never locked out', async () => {
    const loginName = 'dxl-clerk3';
    const password = 'yikou-demo';
    const authenticator = await enrolled(district, loginName);
    for (let day = 0; day < 8; day++) {
      district.clock.moveBy(60_000);
      expect(await outcome({ loginName, password })).toBe('second_factor_required');
      const code = codeAt(authenticator, district.clock.now());
      expect(await outcome({ loginName, password, code })).toBe('in');
    }
  });

  it('an unattended desk is no place to guess in peace either', async () => {
    const clerk = await district.as('jzj-clerk2');
    const tries = async () => {
      const body = { currentPassword: 'guess', newPassword: 'Some-other-1' };
      const answer = await clerk.send<Problem>('PUT', '/api/v1/me/password', {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return answer.body.code.slice(9);
    };
    for (let wrong = 0; wrong < 5; wrong++) expect(await tries()).toBe('password_wrong');
    expect(await tries()).toBe('locked');
  });

  it('等保 2.0 安全审计: a refused sign-in leaves a trace, without what was typed', async () => {
    await outcome({ loginName: 'mistyped-Secret-1', password: 'nope' });
    await outcome({ loginName: 'jzj-guide', password: 'nope' });
    const [{ id }]: [{ id: string }] = await district.sql.query(
      "SELECT id FROM accounts WHERE login_name = 'jzj-guide'",
    );
    const entries: { subject_id: string; changes: string; address: string }[] =
      await district.sql.query(
        `SELECT subject_id, changes, address FROM audit_entries
         WHERE action = 'session.open' AND subject_kind = 'sign-in' ORDER BY seq DESC LIMIT 2`,
      );
    expect(entries.map(({ subject_id }) => subject_id)).toEqual([id, 'unknown']);
    expect(entries.map(({ address }) => address)).toEqual(['127.0.0.1', '127.0.0.1']);
    expect(JSON.stringify(entries)).not.toContain('mistyped');
    expect(entries[0]?.changes).toContain('REFUSED');
  });
});
