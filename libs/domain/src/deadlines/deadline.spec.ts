import { describe, expect, it } from '@jest/globals';
import { settledStateOf, warnShareOf } from './deadline.js';
import { DEADLINE_KINDS } from './kind.js';
import type { DeadlineState } from './remaining.js';

const DUE = new Date('2026-11-24T16:00:00Z'); // 24:00 on 24 November in Shanghai
const before = new Date(DUE.getTime() - 1);
const after = new Date(DUE.getTime() + 1);

describe('P2: how a deadline ends when its work ends', () => {
  it.each<[DeadlineState, 'MET' | 'CANCELLED', Date, DeadlineState]>([
    ['RUNNING', 'MET', before, 'MET'],
    ['RUNNING', 'MET', DUE, 'MISSED'],
    ['RUNNING', 'MET', after, 'MISSED'],
    ['RUNNING', 'CANCELLED', before, 'CANCELLED'],
    // Late is late, although nobody flagged it yet and although the work fell away.
    ['RUNNING', 'CANCELLED', DUE, 'MISSED'],
    ['RUNNING', 'CANCELLED', after, 'MISSED'],
    // A paused clock does not run out; its old due instant means nothing (T11).
    ['PAUSED', 'MET', after, 'MET'],
    ['PAUSED', 'CANCELLED', after, 'CANCELLED'],
    // Flagged once, it stays missed: also after the machine's clock was put back.
    ['MISSED', 'MET', before, 'MISSED'],
    ['MISSED', 'MET', after, 'MISSED'],
    ['MISSED', 'CANCELLED', before, 'MISSED'],
  ])('%s, wanted %s, at %p: %s', (state, wanted, now, settled) => {
    expect(settledStateOf({ state, dueAt: DUE }, wanted, now)).toBe(settled);
  });
});

describe('R54: when the amber light comes on', () => {
  it('after half of the one day to transfer and of the day to upload (R58)', () => {
    expect([warnShareOf('TRANSFER'), warnShareOf('UPLOAD')]).toEqual([0.5, 0.5]);
  });

  it('after four fifths of every other limit', () => {
    const others = DEADLINE_KINDS.filter((kind) => kind !== 'TRANSFER' && kind !== 'UPLOAD');
    expect(others).toHaveLength(14);
    expect(others.filter((kind) => warnShareOf(kind) !== 0.8)).toEqual([]);
  });
});
