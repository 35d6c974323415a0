import { describe, expect, it } from '@jest/globals';
import {
  refreshTokenIsGoodOnce,
  sessionEnd,
  tokenEnds,
  type PresentedRefresh,
} from './session-life.js';

const NOW = new Date('2026-03-10T01:30:00Z');
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const token = (over: Partial<PresentedRefresh> = {}): PresentedRefresh => ({
  expiresAt: after(7200),
  usedAt: null,
  sessionEndsAt: after(12 * 3600),
  sessionRevokedAt: null,
  accountActive: true,
  ...over,
});

describe('how long a session lives', () => {
  it('a quarter of an hour for the token, two hours to renew it, twelve at the most', () => {
    const end = sessionEnd(NOW);
    expect(end).toEqual(after(12 * 3600));
    expect(tokenEnds(NOW, end)).toEqual({ access: after(900), refresh: after(7200) });
    const late = after(11.9 * 3600);
    expect(tokenEnds(late, end)).toEqual({ access: end, refresh: end });
  });

  it.each<[string, Partial<PresentedRefresh>, string]>([
    ['fresh', {}, 'RENEWED'],
    ['a second before its end', { expiresAt: after(1) }, 'RENEWED'],
    ['at its end', { expiresAt: NOW }, 'OVER'],
    ['of a session that is over', { sessionEndsAt: NOW }, 'OVER'],
    ['of a session that was ended', { sessionRevokedAt: after(-1) }, 'OVER'],
    ['of an account that was switched off', { accountActive: false }, 'OVER'],
    ['used this moment by another tab', { usedAt: NOW }, 'IN_PROGRESS'],
    ['used five seconds ago', { usedAt: after(-5) }, 'IN_PROGRESS'],
    ['used longer ago: copied', { usedAt: after(-5.001) }, 'REUSED'],
    [
      'used long ago and run out: copied all the same',
      { usedAt: after(-9000), expiresAt: after(-1800) },
      'REUSED',
    ],
    ['used and ended', { usedAt: after(-60), sessionRevokedAt: after(-30) }, 'OVER'],
  ])('a refresh token %s', (_what, over, verdict) => {
    expect(refreshTokenIsGoodOnce(token(over), NOW)).toBe(verdict);
  });
});
