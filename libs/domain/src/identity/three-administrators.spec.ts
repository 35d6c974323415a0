import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ADMINISTRATOR_ROLES, ROLES, type Role } from './roles.js';
import {
  nobodyAdministersThemselves,
  roleIsHeldAlready,
  threeAdministratorsStayApart,
  type RolePeriod,
} from './three-administrators.js';

const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const from = (role: Role, first: number, end?: number): RolePeriod => ({
  role,
  validFrom: day(first),
  validUntil: end === undefined ? null : day(end),
});

describe('等保 2.0 三权分立', () => {
  it('system, security and audit administrator are three people', () => {
    for (const one of ADMINISTRATOR_ROLES) {
      for (const other of ADMINISTRATOR_ROLES) {
        const apart = threeAdministratorsStayApart([from(one, 1)], from(other, 5));
        expect([one, other, apart]).toEqual([one, other, one === other]);
      }
    }
  });

  it('and do no other work, whichever came first', () => {
    for (const one of ADMINISTRATOR_ROLES) {
      for (const other of ROLES.filter((role) => !ADMINISTRATOR_ROLES.includes(role))) {
        expect(threeAdministratorsStayApart([from(one, 1)], from(other, 5))).toBe(false);
        expect(threeAdministratorsStayApart([from(other, 1)], from(one, 5))).toBe(false);
      }
    }
  });

  it('other roles go together, several at once', () => {
    const held = [from('CLERK', 1), from('GUIDE', 1), from('CENTRE_ADMINISTRATOR', 3)];
    expect(threeAdministratorsStayApart(held, from('INSPECTOR', 2))).toBe(true);
    expect(threeAdministratorsStayApart([], from('AUDITOR', 2))).toBe(true);
  });

  it('one after the other is allowed: a period ends when the next begins', () => {
    const clerk = [from('CLERK', 1, 10)];
    expect(threeAdministratorsStayApart(clerk, from('AUDITOR', 10))).toBe(true);
    expect(threeAdministratorsStayApart(clerk, from('AUDITOR', 9))).toBe(false);
    const later = [from('CLERK', 10)];
    expect(threeAdministratorsStayApart(later, from('AUDITOR', 1, 10))).toBe(true);
    expect(threeAdministratorsStayApart(later, from('AUDITOR', 1, 11))).toBe(false);
  });

  it('the same role twice at one time is once', () => {
    const held = [from('CLERK', 1, 10)];
    expect(roleIsHeldAlready(held, from('CLERK', 9, 20))).toBe(true);
    expect(roleIsHeldAlready(held, from('CLERK', 10, 20))).toBe(false);
    expect(roleIsHeldAlready(held, from('GUIDE', 1, 20))).toBe(false);
  });

  it('whatever is granted in whatever order, at no time does anybody hold two that must be apart', () => {
    const anyPeriod = fc.record({
      role: fc.constantFrom(...ADMINISTRATOR_ROLES, 'CLERK' as const, 'GUIDE' as const),
      first: fc.integer({ min: 1, max: 20 }),
      length: fc.option(fc.integer({ min: 1, max: 9 })),
    });
    fc.assert(
      fc.property(fc.array(anyPeriod, { maxLength: 12 }), (wishes) => {
        const held: RolePeriod[] = [];
        for (const { role, first, length } of wishes) {
          const wanted = from(role, first, length === null ? undefined : first + length);
          if (threeAdministratorsStayApart(held, wanted)) held.push(wanted);
        }
        for (let now = 1; now < 40; now++) {
          const roles = new Set(
            held
              .filter(
                ({ validFrom, validUntil }) =>
                  validFrom <= day(now) && (!validUntil || validUntil > day(now)),
              )
              .map(({ role }) => role),
          );
          const administrators = [...roles].filter((role) => ADMINISTRATOR_ROLES.includes(role));
          expect(administrators.length === 0 || roles.size === 1).toBe(true);
        }
      }),
    );
  });

  it('nobody administers themselves', () => {
    expect(nobodyAdministersThemselves({ accountId: 'me' }, 'me')).toBe(false);
    expect(nobodyAdministersThemselves({ accountId: 'me' }, 'you')).toBe(true);
  });
});
