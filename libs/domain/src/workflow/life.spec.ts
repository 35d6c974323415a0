import { describe, expect, it } from '@jest/globals';
import { DEADLINE_KINDS } from '../deadlines/index.js';
import { CASE_LIFE, statesOutOfReach, type Transition } from './life.js';
import { CASE_STATES, CASE_VERBS, type CaseState } from './states.js';

const LIFE: [verb: string, transition: Transition][] = Object.entries(CASE_LIFE);

/** The states that the verbs lead to from here. */
function nextOf(state: CaseState | 'NEW'): CaseState[] {
  return LIFE.filter(([, { from }]) => from.includes(state)).map(([, { to }]) => to);
}

function reachableFrom(start: CaseState | 'NEW'): Set<string> {
  const found = new Set<string>();
  const open: (CaseState | 'NEW')[] = [start];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const next of nextOf(state)) {
      if (found.has(next)) continue;
      found.add(next);
      open.push(next);
    }
  }
  return found;
}

describe('design §3: the life of a case is one table', () => {
  it('holds every verb once, and no other', () => {
    expect(LIFE.map(([verb]) => verb).sort()).toEqual([...CASE_VERBS].sort());
    expect(new Set(CASE_VERBS).size).toBe(25);
    expect(new Set(CASE_STATES).size).toBe(12);
  });

  it('R7: a case begins in one way only', () => {
    expect(LIFE.filter(([, { from }]) => from.includes('NEW')).map(([verb]) => verb)).toEqual([
      'register',
    ]);
    expect(CASE_LIFE.register).toMatchObject({ from: ['NEW'], who: 'TAKING_COUNTER' });
  });

  it.each(LIFE)('%s: its states exist, and it leads somewhere that exists', (_verb, transition) => {
    const known = [...CASE_STATES, 'NEW'];
    expect(transition.from.filter((state) => !known.includes(state))).toEqual([]);
    expect(new Set(transition.from).size).toBe(transition.from.length);
    expect(transition.from.length).toBeGreaterThan(0);
    expect(CASE_STATES).toContain(transition.to);
  });

  it.each(LIFE)('%s: has a Chinese label and a basis', (_verb, { label, basis }) => {
    expect(label).toMatch(/^\p{Script=Han}{2,8}$/u);
    expect(basis).toMatch(/^R\d+|行政许可法第|申请人|设计/u);
  });

  it('no two buttons of a case are called alike', () => {
    expect(new Set(LIFE.map(([, { label }]) => label)).size).toBe(LIFE.length);
  });

  it.each(CASE_STATES)('%s is reached from the counter', (state) => {
    expect(reachableFrom('NEW')).toContain(state);
  });

  it.each(CASE_STATES.filter((state) => state !== 'ARCHIVED'))(
    'T15: %s has a way out, and it ends in the archive (R84)',
    (state) => {
      expect(nextOf(state).filter((next) => next !== state)).not.toEqual([]);
      expect(reachableFrom(state)).toContain('ARCHIVED');
    },
  );

  it('boot check: a state that nothing leads to, or that leads nowhere, is found', () => {
    expect(statesOutOfReach()).toEqual([]);
    const { transfer, ...unreached } = CASE_LIFE;
    expect(transfer.to).toBe('TRANSFERRED');
    const { upload, ...cut } = unreached;
    expect([upload.to, ...statesOutOfReach(cut)]).toEqual(['TRANSFERRED', 'TRANSFERRED']);
    const { archive, ...endless } = CASE_LIFE;
    expect([archive.to, statesOutOfReach(endless).length]).toEqual(['ARCHIVED', 12]);
  });

  it('R84: ARCHIVED is the only end without exits', () => {
    expect(CASE_STATES.filter((state) => nextOf(state).length === 0)).toEqual(['ARCHIVED']);
  });

  it('a closed case stays closed: nothing leads back before the end', () => {
    for (const closed of ['DELIVERED', 'REFUSED', 'WITHDRAWN', 'TERMINATED'] as const) {
      expect([closed, ...reachableFrom(closed)]).toEqual([closed, 'ARCHIVED']);
    }
    expect([...reachableFrom('DECIDED')].sort()).toEqual(['ARCHIVED', 'DECIDED', 'DELIVERED']);
  });

  it('R57: only DECIDED leads to DELIVERED, and by the counter’s hand', () => {
    const ways = LIFE.filter(([, { to }]) => to === 'DELIVERED');
    expect(ways).toEqual([['deliver', CASE_LIFE.deliver]]);
    expect(CASE_LIFE.deliver).toMatchObject({ from: ['DECIDED'], who: 'TAKING_COUNTER' });
  });
});

describe('T14, T15: the clocks in the table', () => {
  const named = LIFE.flatMap(([, { clocks }]) => [
    ...(clocks.start ?? []),
    ...(clocks.stop === 'ALL' ? [] : (clocks.stop ?? [])),
  ]);

  it('are kinds of deadlines', () => {
    expect(named.filter((kind) => !DEADLINE_KINDS.includes(kind))).toEqual([]);
  });

  it('whatever starts is stopped by a verb that can follow', () => {
    for (const [verb, { to, clocks }] of LIFE) {
      for (const kind of clocks.start ?? []) {
        const ahead = [to, ...reachableFrom(to)];
        const stopped = LIFE.some(
          ([, { from, clocks: then }]) =>
            from.some((state) => ahead.includes(state)) &&
            (then.stop === 'ALL' || then.stop?.includes(kind)),
        );
        expect([verb, kind, stopped]).toEqual([verb, kind, true]);
      }
    }
  });

  it('every way into an end stops them all; a decision leaves the delivery alone', () => {
    const enders = LIFE.filter(([, { to }]) =>
      ['REFUSED', 'WITHDRAWN', 'TERMINATED', 'DECIDED'].includes(to),
    );
    expect(enders.map(([verb, { clocks }]) => [verb, clocks])).toEqual([
      ['refuse', { stop: 'ALL' }],
      ['decide', { start: ['DELIVERY'], stop: 'ALL' }],
      ['issue', {}],
      ['withdraw', { stop: 'ALL' }],
      ['terminate', { stop: 'ALL' }],
      ['lapse', { stop: 'ALL' }],
    ]);
  });

  it('行政许可法 §45: what is paused can be resumed, and by no other verb', () => {
    const pausing = LIFE.filter(([, { clocks }]) => clocks.pause === true);
    const resuming = LIFE.filter(([, { clocks }]) => clocks.resume === true);
    expect(pausing.map(([verb, { to }]) => [verb, to])).toEqual([['suspend', 'SUSPENDED']]);
    expect(resuming.map(([verb, { from }]) => [verb, from])).toEqual([['resume', ['SUSPENDED']]]);
  });
});
