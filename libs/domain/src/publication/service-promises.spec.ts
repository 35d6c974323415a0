import { describe, expect, it } from '@jest/globals';
import type { Actor, Role } from '../identity/index.js';
import {
  isDay,
  mayPublishPromisesOf,
  nextPromisesAfter,
  standingOfPromises,
} from './service-promises.js';

const TODAY = '2026-03-10';
const NONE = { number: 0, effectiveFrom: null };
const SECOND = { number: 2, effectiveFrom: '2026-01-01' };
const COMING = { number: 3, effectiveFrom: '2026-04-01' };

describe('R76: service promises of a centre, version after version', () => {
  it.each([
    ['the first', NONE, 0, TODAY, 1],
    ['the next from today', SECOND, 2, TODAY, 3],
    ['the next from a later day', SECOND, 2, '2026-05-01', 3],
    ['one that takes the place of a coming one', COMING, 3, '2026-04-01', 4],
  ])('%s', (_, latest, replaces, effectiveFrom, number) => {
    expect(nextPromisesAfter(latest, { replaces, effectiveFrom }, TODAY)).toBe(number);
  });

  it.each([
    ['unseen', SECOND, 1, TODAY, 'publication.promises_changed_meanwhile'],
    ['begun by somebody else', SECOND, 0, TODAY, 'publication.promises_changed_meanwhile'],
    ['backdated', SECOND, 2, '2026-03-09', 'publication.promises_from_invalid'],
    ['before the coming one', COMING, 3, '2026-03-31', 'publication.promises_from_invalid'],
    ['on no day', SECOND, 2, '2026-02-30', 'publication.promises_from_invalid'],
  ])('%s is refused', (_, latest, replaces, effectiveFrom, code) => {
    expect(() => nextPromisesAfter(latest, { replaces, effectiveFrom }, TODAY)).toThrow(code);
  });

  it.each([
    ['2026-03-11', false, 'COMING'],
    ['2026-03-10', false, 'IN_FORCE'],
    ['2026-01-01', true, 'REPLACED'],
    ['2026-04-01', true, 'REPLACED'],
  ])('from %s, overtaken %s: %s', (effectiveFrom, isOvertaken, standing) => {
    expect(standingOfPromises({ effectiveFrom, isOvertaken }, TODAY)).toBe(standing);
  });

  it('only the administrator of the centre gives its word', () => {
    const who = (role: Role, unitId: string): Actor => ({
      ...{ accountId: 'a', displayName: '', roles: [role], unitId, areaPath: '' },
    });
    expect(mayPublishPromisesOf(who('CENTRE_ADMINISTRATOR', 'own'), 'own')).toBe(true);
    expect(mayPublishPromisesOf(who('CENTRE_ADMINISTRATOR', 'other'), 'own')).toBe(false);
    expect(mayPublishPromisesOf(who('CLERK', 'own'), 'own')).toBe(false);
    expect(mayPublishPromisesOf(who('DISTRICT_SUPERVISOR', 'own'), 'own')).toBe(false);
  });

  it('knows the days of the calendar', () => {
    expect(['2026-02-28', '2028-02-29', '2026-02-29', '2026-13-01', 'soon'].map(isDay)).toEqual([
      ...[true, true, false, false, false],
    ]);
  });
});
