import { describe, expect, it } from '@jest/globals';
import type { ClockChanges } from '../deadlines/index.js';
import { claimedBy, CLERK, factsOf, inputFor, perform, person, TAKING } from '../testing/cases.js';
import { unitIdOf } from '../testing/cases.js';
import type { Actor } from '../identity/index.js';
import { clockOfStage, wholeCaseLimits } from './clocks.js';
import { decide } from './decide.js';
import type { CaseFacts } from './facts.js';
import type { CaseVerb } from './states.js';

const MZ = unitIdOf('STREET', 'MZ');
const MZJ = unitIdOf('DISTRICT', 'MZJ');
const HANDLER = person(MZ, 'SECTION_HANDLER');
const HEAD = person(MZ, 'SECTION_HEAD');
const APPROVER = person(MZJ, 'DEPARTMENT_APPROVER');

/** "KIND amount UNIT owner" for each clock that starts. */
const started = ({ start }: ClockChanges) =>
  start.map(({ kind, limit, ownerUnitId }) => {
    return `${kind} ${limit.amount} ${limit.unit} ${ownerUnitId}`;
  });

type Turn = [verb: CaseVerb, actor: Actor];
type Happens = [start: string[], stop: ClockChanges['stop'], holder: string];

/** Does the verbs one after the other and tells what each did to the clocks. */
function clocksAlong(facts: CaseFacts, turns: readonly Turn[]): [CaseVerb, ...Happens][] {
  let at = facts;
  return turns.map(([verb, actor]) => {
    const { facts: after, decision } = perform(at, verb, actor);
    at = after;
    return [verb, started(decision.clocks), decision.clocks.stop, decision.clocks.holderUnitId];
  });
}

describe('R52: the clocks of each path, verb by verb', () => {
  it('R53: LOCAL_INSTANT has the minutes at the counter and no promise (T14)', () => {
    const turns: Turn[] = [
      ['accept', CLERK],
      ['decide', CLERK],
      ['issue', CLERK],
      ['deliver', CLERK],
    ];
    expect(clocksAlong(factsOf('streetOnTheSpot'), turns)).toEqual([
      ['accept', [`ON_THE_SPOT 60 MINUTE ${TAKING}`], ['NOTICE'], TAKING],
      ['decide', [`DELIVERY 10 WORKING_DAY ${TAKING}`], 'ALL', TAKING],
      ['issue', [], [], TAKING],
      ['deliver', [], ['DELIVERY'], TAKING],
    ]);
  });

  it('R54, R56: LOCAL_PROMISED has a day to transfer, then each section task its own days', () => {
    const turns: Turn[] = [
      ['accept', CLERK],
      ['transfer', CLERK],
      ['claim', HANDLER],
      ['complete', HANDLER],
      ['claim', HEAD],
      ['decide', HEAD],
      ['issue', CLERK],
      ['deliver', CLERK],
    ];
    expect(clocksAlong(factsOf('streetSection'), turns)).toEqual([
      [
        'accept',
        [`PROMISE 8 WORKING_DAY ${TAKING}`, `TRANSFER 1 WORKING_DAY ${TAKING}`],
        ['NOTICE'],
        TAKING,
      ],
      ['transfer', [`TASK 4 WORKING_DAY ${MZ}`], ['TRANSFER'], MZ],
      ['claim', [], [], MZ],
      ['complete', [`TASK 3 WORKING_DAY ${MZ}`], ['TASK', 'UPPER_STAGE'], MZ],
      ['claim', [], [], MZ],
      ['decide', [`DELIVERY 10 WORKING_DAY ${TAKING}`], 'ALL', TAKING],
      ['issue', [], [], TAKING],
      ['deliver', [], ['DELIVERY'], TAKING],
    ]);
  });

  it('R58, R59, R60: UPPER uploads the same day; the upper stage starts with the upload', () => {
    const turns: Turn[] = [
      ['accept', CLERK],
      ['transfer', CLERK],
      ['claim', HANDLER],
      ['complete', HANDLER],
      ['upload', HANDLER],
      ['claim', APPROVER],
      ['decide', APPROVER],
    ];
    expect(clocksAlong(factsOf('streetUpper'), turns).slice(3)).toEqual([
      ['complete', [`UPLOAD 0 WORKING_DAY ${MZ}`], ['TASK', 'UPPER_STAGE'], MZ],
      ['upload', [`UPPER_STAGE 10 WORKING_DAY ${MZJ}`], ['UPLOAD'], MZJ],
      ['claim', [], [], MZJ],
      ['decide', [`DELIVERY 10 WORKING_DAY ${TAKING}`], 'ALL', TAKING],
    ]);
  });

  it('R58: taken for the upper level straight away, the counter has the day to upload', () => {
    const [accepted, uploaded] = clocksAlong(factsOf('streetStraightUp'), [
      ['accept', CLERK],
      ['upload', CLERK],
    ]);
    expect(accepted?.[1]).toEqual([
      `PROMISE 7 WORKING_DAY ${TAKING}`,
      `UPLOAD 0 WORKING_DAY ${TAKING}`,
    ]);
    expect(uploaded?.[1]).toEqual([`UPPER_STAGE 7 WORKING_DAY ${MZJ}`]);
  });

  it('R59: for a station the street is the upper level too', () => {
    const turns: Turn[] = [
      ['accept', CLERK],
      ['claim', CLERK],
      ['complete', CLERK],
      ['upload', CLERK],
      ['claim', HANDLER],
      ['complete', HANDLER],
      ['upload', HANDLER],
    ];
    const starts = clocksAlong(factsOf('communityUpper'), turns).map(([verb, start]) => [
      verb,
      ...start,
    ]);
    expect(starts).toEqual([
      ['accept', `PROMISE 21 WORKING_DAY ${TAKING}`, `TASK 2 WORKING_DAY ${TAKING}`],
      ['claim'],
      ['complete', `UPLOAD 0 WORKING_DAY ${TAKING}`],
      ['upload', `UPPER_STAGE 9 WORKING_DAY ${MZ}`],
      ['claim'],
      ['complete', `UPLOAD 0 WORKING_DAY ${MZ}`],
      ['upload', `UPPER_STAGE 10 WORKING_DAY ${MZJ}`],
    ]);
  });

  it('R60: departments one after the other have a clock each', () => {
    const partner = person(unitIdOf('DISTRICT', 'CLX'), 'DEPARTMENT_APPROVER');
    const facts = factsOf('streetPartner', {
      state: 'IN_PROGRESS',
      stageIndex: 4,
      task: claimedBy(partner),
    });
    const { clocks } = decide(facts, 'complete', partner, {});
    expect([started(clocks), clocks.stop]).toEqual([
      [`UPPER_STAGE 6 WORKING_DAY ${MZJ}`],
      ['TASK', 'UPPER_STAGE'],
    ]);
  });

  it('D2: levels inside one step share its clock, which neither stops nor starts between them', () => {
    const district = person(unitIdOf('DISTRICT', 'TYJ'), 'DEPARTMENT_APPROVER');
    const facts = factsOf('streetSeveralLevels', {
      state: 'IN_PROGRESS',
      stageIndex: 4,
      task: claimedBy(district),
    });
    expect(
      clocksAlong(facts, [
        ['complete', district],
        ['upload', district],
      ]),
    ).toEqual([
      ['complete', [], [], district.unitId],
      ['upload', [], ['UPLOAD'], unitIdOf('CITY', 'TYJ')],
    ]);
  });
});

describe('the limits of the whole case', () => {
  const limits = {
    promisedDays: 5,
    dayUnit: 'WORKING_DAY',
    statutoryDayUnit: 'CALENDAR_DAY',
  } as const;

  it('T14: STATUTORY only where the item has one, in its own unit', () => {
    const promise = { kind: 'PROMISE', limit: { amount: 5, unit: 'WORKING_DAY' } };
    expect(wholeCaseLimits({ ...limits, statutoryDays: null })).toEqual([promise]);
    expect(wholeCaseLimits({ ...limits, statutoryDays: 20 })).toEqual([
      promise,
      { kind: 'STATUTORY', limit: { amount: 20, unit: 'CALENDAR_DAY' } },
    ]);
  });

  it('T14: no promised days are no promise, not one of 0 days', () => {
    expect(wholeCaseLimits({ ...limits, promisedDays: 0, statutoryDays: null })).toEqual([]);
  });

  it('R75: both start at acceptance and at no other verb', () => {
    const item = { ...factsOf('streetSection').item, statutoryDays: 20 };
    const facts = factsOf('streetSection', { item });
    expect(started(perform(facts, 'accept', CLERK).decision.clocks)).toEqual([
      `PROMISE 8 WORKING_DAY ${TAKING}`,
      `STATUTORY 20 WORKING_DAY ${TAKING}`,
      `TRANSFER 1 WORKING_DAY ${TAKING}`,
    ]);
  });

  it('a limit in calendar days stays in calendar days through the stages', () => {
    const facts = factsOf('streetSection');
    const stage = facts.stages[2];
    if (!stage) throw new Error('no third stage');
    const item = { ...facts.item, dayUnit: 'CALENDAR_DAY' as const };
    expect(clockOfStage({ item }, stage)?.limit).toEqual({ amount: 4, unit: 'CALENDAR_DAY' });
    expect(clockOfStage({ item }, { ...stage, days: 0 })).toBeNull();
  });
});

describe('clocks beside the way', () => {
  it('T15: the supplement has its own limit and starts nothing else', () => {
    const facts = factsOf('streetUpper');
    const { facts: waiting, decision } = perform(facts, 'requestSupplement', CLERK);
    expect(started(decision.clocks)).toEqual([`SUPPLEMENT 10 WORKING_DAY ${TAKING}`]);
    const { clocks } = decide(waiting, 'supplement', CLERK, {});
    expect([clocks.start, clocks.stop, clocks.stopAs]).toEqual([[], ['SUPPLEMENT'], 'MET']);
  });

  it.each<[CaseVerb, Actor, Partial<CaseFacts>]>([
    ['refuse', CLERK, {}],
    ['refuse', CLERK, { state: 'SUPPLEMENT_REQUESTED' }],
    ['withdraw', CLERK, { state: 'SUSPENDED', stageIndex: 2 }],
    ['terminate', HANDLER, { state: 'IN_PROGRESS', stageIndex: 2 }],
  ])('%s ends all of them as CANCELLED', (verb, actor, over) => {
    const facts = factsOf('streetUpper', over);
    const { clocks } = decide(facts, verb, actor, inputFor(facts));
    expect(clocks).toMatchObject({ start: [], stop: 'ALL', stopAs: 'CANCELLED' });
  });

  it('R60: a decision ends them as MET, whatever its outcome', () => {
    const facts = factsOf('streetUpper', {
      state: 'IN_PROGRESS',
      stageIndex: 4,
      task: claimedBy(APPROVER),
    });
    const input = { outcome: 'REJECTED', reason: '不符合条件', remedy: '可申请复议' } as const;
    expect(decide(facts, 'decide', APPROVER, input).clocks).toMatchObject({
      stop: 'ALL',
      stopAs: 'MET',
    });
  });

  it('T9, T11: only suspend pauses and only resume resumes', () => {
    const claimed = { stageIndex: 2, task: claimedBy(HANDLER) };
    const working = factsOf('streetUpper', { state: 'IN_PROGRESS', ...claimed });
    const { decision, facts } = perform(working, 'suspend', HANDLER);
    expect(decision.clocks).toMatchObject({ start: [], stop: [], pause: true, resume: false });
    const { clocks } = decide(facts, 'resume', HANDLER, {});
    expect(clocks).toMatchObject({ start: [], stop: [], pause: false, resume: true });
    const { clocks: other } = decide(working, 'complete', HANDLER, {});
    expect(other).toMatchObject({ pause: false, resume: false });
  });
});
