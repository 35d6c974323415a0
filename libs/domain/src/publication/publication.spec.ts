import { describe, expect, it } from '@jest/globals';
import type { Actor, Role } from '../identity/index.js';
import { publicationStateOf } from './channels.js';
import { postedOnIsPast, refusalOfPublication } from './decide-publication.js';

const DISTRICT = '410100000000/410103000000/';
const who = (role: Role, areaPath = DISTRICT, unitId = 'own'): Actor => ({
  accountId: 'a',
  displayName: '',
  roles: [role],
  unitId,
  areaPath,
});
const FACTS = {
  unitId: 'own',
  areaPath: `${DISTRICT}410103007000/`,
  isOffered: true,
  isVersionKnown: true,
};

describe('R36: the register of what is posted where', () => {
  it.each([
    ['WEBSITE', null, 3, 'CURRENT'],
    ['BOARD', null, 3, 'MISSING'],
    ['BOARD', 2, 3, 'STALE'],
    ['BOARD', 3, 3, 'CURRENT'],
    ['WECHAT', 4, 3, 'STALE'],
  ] as const)('%s with version %s posted and %s in force is %s', (channel, posted, now, state) => {
    expect(publicationStateOf(channel, posted, now)).toBe(state);
  });

  it.each([
    ['the administrator of the centre', who('CENTRE_ADMINISTRATOR'), {}, null],
    ['the one of another centre', who('CENTRE_ADMINISTRATOR', DISTRICT, 'other'), {}, 'not_yours'],
    ['a clerk of the centre', who('CLERK'), {}, 'not_yours'],
    ['the district', who('DISTRICT_SUPERVISOR', DISTRICT, 'office'), {}, null],
    [
      'another district',
      who('DISTRICT_SUPERVISOR', '410100000000/410102000000/', 'x'),
      {},
      'not_yours',
    ],
    ['for no unit', who('DISTRICT_SUPERVISOR'), { areaPath: null }, 'not_yours'],
    ['of what is not offered', who('CENTRE_ADMINISTRATOR'), { isOffered: false }, 'not_offered'],
    ['of no version', who('CENTRE_ADMINISTRATOR'), { isVersionKnown: false }, 'version_unknown'],
  ])('%s: %s', (_, actor, change, code) => {
    const refusal = refusalOfPublication({ ...FACTS, ...change }, actor);
    expect(refusal).toBe(code && `publication.${code}`);
  });

  it('is posted today or before, on a day that exists', () => {
    expect(() => postedOnIsPast('2026-03-10', '2026-03-10')).not.toThrow();
    for (const date of ['2026-03-11', '2026-02-30', '2026-13-01']) {
      expect(() => postedOnIsPast(date, '2026-03-10')).toThrow('publication.date_invalid');
    }
  });
});
