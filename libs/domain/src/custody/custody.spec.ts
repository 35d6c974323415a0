import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../identity/index.js';
import {
  custodyActions,
  custodyMayEnd,
  handoverMayBeAnswered,
  originalsMayBeHandedOver,
  originalsMayBeTaken,
  takeableLines,
  type CustodyCase,
  type OriginalFacts,
} from './index.js';

const clerk: Actor = {
  accountId: 'a',
  displayName: '甲',
  roles: ['CLERK'],
  unitId: 'centre',
  areaPath: '410100000000/',
};
const handler: Actor = { ...clerk, roles: ['SECTION_HANDLER'], unitId: 'section' };
const KASE: CustodyCase = {
  takingUnitId: 'centre',
  state: 'IN_PROGRESS',
  unitIds: ['centre', 'section'],
};
const LINES = [
  { position: 0, originals: 1 },
  { position: 1, originals: 0 },
];
const held: OriginalFacts = { position: 0, state: 'HELD', unitId: 'centre' };

describe('R85: the chain of a paper original', () => {
  it('begins at the counter that took the case, with lines that ask for an original', () => {
    const take = (positions: number[], actor = clerk, have: OriginalFacts[] = []) =>
      originalsMayBeTaken(KASE, LINES, have, positions, actor);
    expect(() => take([0])).not.toThrow();
    expect(() => take([0], handler)).toThrow('custody.counter_only');
    for (const wrong of [[], [1], [7]])
      expect(() => take(wrong)).toThrow('custody.nothing_to_take');
    for (const state of ['HELD', 'IN_TRANSIT'] as const) {
      expect(() => take([0], clerk, [{ ...held, state }])).toThrow('custody.taken_already');
    }
    expect(takeableLines(LINES, [{ ...held, state: 'RETURNED' }])).toEqual([LINES[0]]);
  });

  it('is passed on by whoever has it in hand, to another unit of the case', () => {
    const pass = (original: OriginalFacts, toUnitId: string, actor = clerk) =>
      originalsMayBeHandedOver(KASE, [original], { count: 1, toUnitId }, actor);
    expect(() => pass(held, 'section')).not.toThrow();
    expect(() => pass({ ...held, state: 'IN_TRANSIT' }, 'section')).toThrow('custody.not_in_hand');
    expect(() => pass(held, 'centre', handler)).toThrow('custody.not_in_hand');
    for (const unit of ['centre', 'stranger']) {
      expect(() => pass(held, unit)).toThrow('custody.receiver_unknown');
    }
  });

  it('is answered once, by the receiver', () => {
    const handover = { toUnitId: 'section', isAnswered: false };
    expect(() => handoverMayBeAnswered(handover, handler)).not.toThrow();
    expect(() => handoverMayBeAnswered(handover, clerk)).toThrow('custody.not_the_receiver');
    expect(() => handoverMayBeAnswered({ ...handover, isAnswered: true }, handler)).toThrow(
      'custody.handover_answered',
    );
  });

  it('ends over the counter, or in the archive of a closed case', () => {
    const end = (kind: 'RETURNED' | 'ARCHIVED', kase = KASE, actor = clerk, original = held) =>
      custodyMayEnd(kind, kase, [original], 1, actor);
    expect(() => end('RETURNED')).not.toThrow();
    expect(() => end('RETURNED', KASE, handler)).toThrow('custody.counter_only');
    expect(() => end('ARCHIVED')).toThrow('custody.case_is_open');
    const closed = { ...KASE, state: 'DELIVERED' as const };
    expect(() => end('ARCHIVED', closed)).not.toThrow();
    expect(() => end('ARCHIVED', closed, handler, { ...held, unitId: 'section' })).not.toThrow();
    expect(custodyActions(closed, held, clerk)).toEqual(['handOver', 'giveBack', 'archive']);
    expect(custodyActions(KASE, held, handler)).toEqual([]);
  });
});
