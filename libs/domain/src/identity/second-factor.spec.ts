import { describe, expect, it } from '@jest/globals';
import { ACTIONS } from './permissions.js';
import { ADMINISTRATOR_ROLES, ROLES, type Role } from './roles.js';
import {
  codeIsGoodOnce,
  mayDropSecondFactor,
  secondFactorOf,
  whatComesBefore,
  type SessionStanding,
} from './second-factor.js';

describe('等保 2.0 三级: administrators prove themselves twice', () => {
  const stateOf = (role: Role, enrolled: boolean, proven: boolean) =>
    secondFactorOf({ roles: [role] }, { enrolled, proven });

  it.each(ROLES)('%s', (role) => {
    const obliged = ADMINISTRATOR_ROLES.includes(role);
    expect(stateOf(role, false, false)).toBe(obliged ? 'NEEDED' : 'NONE');
    expect(stateOf(role, true, false)).toBe('ASKED');
    expect(stateOf(role, true, true)).toBe('ON');
    // A provider has asked for it in our place.
    expect(stateOf(role, false, true)).toBe('NONE');
    expect(mayDropSecondFactor({ roles: [role] })).toBe(!obliged);
  });

  it('one of several roles obliges', () => {
    const roles = ['CLERK', 'AUDITOR'] as const;
    expect(secondFactorOf({ roles }, { enrolled: false, proven: false })).toBe('NEEDED');
  });

  const READY: SessionStanding = { mustChangePassword: false, secondFactor: 'NONE' };
  const waiting = (standing: Partial<SessionStanding>) =>
    ACTIONS.filter((action) => whatComesBefore(action, { ...READY, ...standing }) === undefined);

  it('until then nothing may be done but that, and looking at oneself', () => {
    const open = [
      'session.prove',
      'session.close',
      'me.read',
      'me.changePassword',
      'me.setSecondFactor',
    ];
    expect(waiting({ secondFactor: 'NEEDED' })).toEqual(open);
    expect(waiting({ secondFactor: 'ASKED' })).toEqual(open);
    expect(waiting({ mustChangePassword: true })).toEqual(open);
    expect(waiting({ secondFactor: 'ON' })).toEqual(ACTIONS);
    expect(waiting({})).toEqual(ACTIONS);
  });

  it('says which, the password first', () => {
    const before = (standing: Partial<SessionStanding>) =>
      whatComesBefore('account.list', { ...READY, ...standing });
    expect(before({ secondFactor: 'NEEDED' })).toBe('identity.second_factor_needed');
    expect(before({ secondFactor: 'ASKED' })).toBe('identity.second_factor_code_needed');
    expect(before({ secondFactor: 'NEEDED', mustChangePassword: true })).toBe(
      'identity.password_change_needed',
    );
  });

  it('RFC 6238 §5.2: a code is good once, and none before it', () => {
    expect([codeIsGoodOnce(7, null), codeIsGoodOnce(8, 7)]).toEqual([true, true]);
    expect([codeIsGoodOnce(7, 7), codeIsGoodOnce(6, 7)]).toEqual([false, false]);
  });
});
