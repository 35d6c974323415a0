import { describe, expect, it } from '@jest/globals';
import {
  LIST_STAGES,
  STAGE_OF_STATE,
  VERSION_LIFE,
  VERSION_STATES,
  VERSION_VERBS,
  contentMayBeChanged,
  type VersionState,
  type VersionTransition,
} from './version-life.js';

const LIFE: [verb: string, transition: VersionTransition][] = Object.entries(VERSION_LIFE);
type Place = VersionState | 'NEW' | 'DISCARDED';

function reachableFrom(start: Place): Set<string> {
  const found = new Set<string>();
  const open: Place[] = [start];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const [, { from, to }] of LIFE) {
      if (!from.some((state) => state === place) || found.has(to)) continue;
      found.add(to);
      open.push(to);
    }
  }
  return found;
}

describe('R30: the life of a version is one table', () => {
  it('holds every verb once, and no other', () => {
    expect(LIFE.map(([verb]) => verb)).toEqual([...VERSION_VERBS]);
    expect(new Set(VERSION_VERBS).size).toBe(9);
    expect(new Set(VERSION_STATES).size).toBe(6);
  });

  it.each(LIFE)('%s: a Chinese label, a basis, states that exist', (_verb, transition) => {
    expect(transition.label).toMatch(/^\p{Script=Han}{2,4}$/u);
    expect(transition.basis).toMatch(/R\d+|P8/u);
    expect([...VERSION_STATES, 'NEW']).toEqual(expect.arrayContaining([...transition.from]));
    expect([...VERSION_STATES, 'DISCARDED']).toContain(transition.to);
  });

  it('no two buttons are called alike', () => {
    expect(new Set(LIFE.map(([, { label }]) => label)).size).toBe(LIFE.length);
  });

  it('R30: shows 梳理, 审核, 反馈 and 编制 before 公布, each a state of its own', () => {
    expect(VERSION_STATES.map((state) => STAGE_OF_STATE[state])).toEqual([...LIST_STAGES]);
    expect(LIST_STAGES.slice(0, 4)).toEqual(['梳理', '审核', '反馈', '编制']);
  });

  it.each(VERSION_STATES)('%s is reached from nothing', (state) => {
    expect(reachableFrom('NEW')).toContain(state);
  });

  it.each(VERSION_STATES)(
    'T15: %s has a way out, to PUBLISHED or by a further version',
    (state) => {
      expect(reachableFrom(state)).toContain('PUBLISHED');
    },
  );

  it('R30: nothing is published without review: take approve away and it is not reached', () => {
    const withoutApproval = LIFE.filter(([verb]) => verb !== 'approve');
    const reached = new Set<string>(['NEW']);
    for (let size = 0; size < reached.size;) {
      size = reached.size;
      for (const [, { from, to }] of withoutApproval) {
        if (from.some((state) => reached.has(state))) reached.add(to);
      }
    }
    expect(reached).not.toContain('PUBLISHED');
  });

  it('P8: from PUBLISHED and RETIRED nothing leads back, but by a further version', () => {
    const out = LIFE.filter(
      ([, { from }]) => from.includes('PUBLISHED') || from.includes('RETIRED'),
    );
    expect(out.map(([verb, { to, version }]) => [verb, to, version])).toEqual([
      ['retire', 'RETIRED', 'SAME'],
      ['revise', 'DRAFT', 'NEW'],
    ]);
  });

  it('P8: the content changes in a draft and in a returned version only', () => {
    expect(VERSION_STATES.filter(contentMayBeChanged)).toEqual(['DRAFT', 'RETURNED']);
    expect(VERSION_LIFE.edit.from).toEqual(VERSION_STATES.filter(contentMayBeChanged));
  });
});
