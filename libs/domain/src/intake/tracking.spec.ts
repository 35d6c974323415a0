import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../identity/index.js';
import {
  followerMayBeNamed,
  followerWorksAtTheHall,
  progressIsToldByTheFollower,
} from './tracking.js';

const CLERK: Actor = {
  accountId: 'clerk',
  displayName: '某',
  roles: ['CLERK'],
  unitId: 'hall',
  areaPath: '41/',
};
const FACTS = { state: 'ACCEPTED', takingUnitId: 'hall', followerId: 'clerk' };

describe('R70: a tracked case', () => {
  it('is given a follower by the counter that took it, while it lasts', () => {
    expect(() => followerMayBeNamed(FACTS, CLERK)).not.toThrow();
    expect(() => followerMayBeNamed(FACTS, { ...CLERK, unitId: 'other' })).toThrow(
      'tracking_not_yours',
    );
    expect(() => followerMayBeNamed(FACTS, { ...CLERK, roles: ['GUIDE'] })).toThrow(
      'tracking_not_yours',
    );
    expect(() => followerMayBeNamed({ ...FACTS, state: 'DELIVERED' }, CLERK)).toThrow(
      'tracking_over',
    );
  });

  it('is followed by somebody of the same hall, who alone tells the applicant', () => {
    expect(() => followerWorksAtTheHall(FACTS, 'hall')).not.toThrow();
    expect(() => followerWorksAtTheHall(FACTS, undefined)).toThrow('follower_elsewhere');
    expect(() => progressIsToldByTheFollower(FACTS, CLERK)).not.toThrow();
    expect(() => progressIsToldByTheFollower({ ...FACTS, followerId: null }, CLERK)).toThrow(
      'follower_only',
    );
  });
});
