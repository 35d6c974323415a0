import { describe, expect, it } from '@jest/globals';
import { routeOf, type Step } from '../catalog/index.js';
import { stepDaysOf } from '../catalog/limit-sums.js';
import { ClockFace, CLERK, factsOf, perform, person, TAKING, unitIdOf } from '../testing/cases.js';
import { PARALLEL_ITEM } from '../testing/shapes.js';
import { allowedActions, decide } from './decide.js';
import type { CaseFacts } from './facts.js';

const MZ = person(unitIdOf('STREET', 'MZ'), 'SECTION_HANDLER');
const MZ_HEAD = person(unitIdOf('STREET', 'MZ'), 'SECTION_HEAD');
const CJ = person(unitIdOf('STREET', 'CJ'), 'SECTION_HANDLER');

const handedOn = () =>
  perform(perform(factsOf(PARALLEL_ITEM), 'accept', CLERK).facts, 'transfer', CLERK);

/** Both sections have claimed theirs. */
function sideBySide(): CaseFacts {
  return perform(perform(handedOn().facts, 'claim', MZ).facts, 'claim', CJ).facts;
}

const steps = (...more: Partial<Step>[]): Step[] =>
  more.map((one, index) => ({
    name: `环节${index}`,
    role: 'BUSINESS_SECTION',
    days: 1,
    handlers: [{ level: 'STREET', body: 'MZ' }],
    ...one,
  }));
const ENDS: Partial<Step> = { role: 'COUNTER_CLERK', days: 0, handlers: [] };
const routeDrawn = (...middle: Partial<Step>[]) =>
  routeOf({ level: 'STREET', handlingKind: 'PROMISED', steps: steps(ENDS, ...middle, ENDS) })
    .slice(1, -1)
    .map(({ kind, parallelGroup }) => kind + (parallelGroup ? `|${parallelGroup}` : ''));

describe('R74: the route keeps the steps of a group side by side', () => {
  const one = { parallelGroup: '甲' };

  it('whoever decides waits for the others, and one alone is no group', () => {
    expect(routeDrawn(one, one, {})).toEqual(['TASK|甲', 'TASK|甲', 'TASK']);
    expect(routeDrawn(one, one, one)).toEqual(['TASK|甲', 'TASK|甲', 'TASK']);
    expect(routeDrawn(one, one)).toEqual(['TASK', 'TASK']);
  });

  it('two groups after one another stay two', () => {
    const two = { parallelGroup: '乙' };
    expect(routeDrawn(one, one, two, two, {})).toEqual([
      ...['TASK|甲', 'TASK|甲', 'TASK|乙', 'TASK|乙', 'TASK'],
    ]);
  });

  it('R59: one upload goes before all of them, and none after', () => {
    const above: Partial<Step> = {
      role: 'UPPER_DEPARTMENT',
      handlers: [{ level: 'DISTRICT', body: 'MZJ' }],
    };
    expect(routeDrawn({}, one, { ...above, ...one }, above)).toEqual([
      ...['TASK', 'UPLOAD', 'TASK|甲', 'TASK|甲', 'TASK'],
    ]);
  });

  it('a step that climbs through several levels goes its way alone', () => {
    const climbing: Partial<Step> = {
      parallelGroup: '甲',
      handlers: [
        { level: 'STREET', body: 'MZ' },
        { level: 'STREET', body: 'CJ' },
      ],
    };
    expect(routeDrawn(one, climbing, one, {})).toEqual(['TASK', 'TASK', 'TASK', 'TASK', 'TASK']);
  });
});

describe('R74: tasks side by side', () => {
  it('are opened at the same instant, each with its own clock and unit', () => {
    const { facts, decision } = handedOn();
    expect(facts).toMatchObject({ state: 'TRANSFERRED', stageIndex: 2 });
    expect(decision.open.map(({ stage }) => stage.unitId)).toEqual([MZ.unitId, CJ.unitId]);
    expect(decision.clocks.start).toEqual([
      { kind: 'TASK', limit: { amount: 2, unit: 'WORKING_DAY' }, ownerUnitId: MZ.unitId, part: 2 },
      { kind: 'TASK', limit: { amount: 5, unit: 'WORKING_DAY' }, ownerUnitId: CJ.unitId, part: 3 },
    ]);
    // The longest counts, not the sum: 1 to transfer, 5, and 1 to decide.
    expect(stepDaysOf(PARALLEL_ITEM.steps)).toBe(7);
  });

  it('each unit has its own, and cannot touch the other’s', () => {
    const facts = sideBySide();
    const [first, second] = facts.tasks;
    expect(facts.tasks.map(({ assigneeId }) => assigneeId)).toEqual([MZ.accountId, CJ.accountId]);
    expect(allowedActions(facts, CJ)).toContain('complete');
    expect(allowedActions(facts, CJ, first?.id)).toEqual([]);
    const others = { taskId: second?.id ?? '' };
    const refusal = (code: string) => expect.objectContaining({ code });
    expect(() => decide(facts, 'complete', MZ, others)).toThrow(refusal('case.not_yours'));
    expect(() => decide(facts, 'complete', MZ, { taskId: 'gone' })).toThrow(
      refusal('case.task_unknown'),
    );
  });

  it.each([
    ['the first', MZ, CJ, 2],
    ['the second', CJ, MZ, 3],
  ])('%s done, the case waits with the other; the last takes it on', (_which, one, other, part) => {
    const { facts, decision } = perform(sideBySide(), 'complete', one);
    expect(facts).toMatchObject({ state: 'IN_PROGRESS', stageIndex: 2 });
    expect(decision).toMatchObject({
      open: [],
      clocks: { start: [], part, holderUnitId: other.unitId },
    });
    const last = perform(facts, 'complete', other);
    expect(last.facts).toMatchObject({ stageIndex: 4, tasks: [{ stageIndex: 4, state: 'OPEN' }] });
    expect(last.decision.clocks).toMatchObject({
      start: [{ kind: 'TASK', limit: { amount: 1 } }],
      holderUnitId: MZ.unitId,
    });
  });

  it('a clock of the group stops with its own task alone', () => {
    const clocks = new ClockFace();
    let facts = factsOf(PARALLEL_ITEM);
    for (const [verb, who] of [
      ['accept', CLERK],
      ['transfer', CLERK],
      ['claim', MZ],
      ['complete', MZ],
    ] as const) {
      const turn = perform(facts, verb, who);
      clocks.apply(turn.decision.clocks);
      facts = turn.facts;
    }
    expect([...clocks.running.keys()]).toEqual(['PROMISE', 'TASK#3']);
  });

  it('行政许可法 §45: a special procedure of one stands for the whole case', () => {
    const { facts, decision } = perform(sideBySide(), 'suspend', CJ);
    expect([decision.clocks.pause, decision.clocks.part]).toEqual([true, undefined]);
    expect(allowedActions(facts, MZ)).not.toContain('complete');
    expect(perform(facts, 'resume', CJ).facts.tasks).toHaveLength(2);
  });

  it('an end ends them all', () => {
    const reason = { reason: '申请人撤回' };
    const { facts, decision } = perform(sideBySide(), 'withdraw', CLERK, reason);
    expect(decision.tasks.map(({ to }) => to)).toEqual(['CANCELLED', 'CANCELLED']);
    expect(facts.tasks).toEqual([]);
    const returned = perform(sideBySide(), 'returnToCounter', CJ, reason);
    expect([returned.facts.stageIndex, returned.facts.tasks]).toEqual([1, []]);
    expect(returned.decision.clocks).toMatchObject({
      start: [{ kind: 'TRANSFER', ownerUnitId: TAKING }],
      holderUnitId: TAKING,
    });
    expect(returned.decision.clocks.part).toBeUndefined();
  });

  it('§42: extended for one, only its own stage gets the time besides the whole case', () => {
    const { clocks } = perform(sideBySide(), 'extend', MZ_HEAD, {
      days: 4,
      reason: '案情复杂',
    }).decision;
    expect([clocks.part, clocks.extend?.by]).toEqual([2, 4]);
  });
});
