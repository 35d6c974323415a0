import { describe, expect, it } from '@jest/globals';
import {
  claimedBy,
  CLERK,
  factsOf,
  inputFor,
  person,
  unitIdOf,
  type Over,
} from '../testing/cases.js';
import type { Actor } from '../identity/index.js';
import { decide } from './decide.js';
import type { CaseFacts } from './facts.js';
import { CASE_STATES, CASE_VERBS, type CaseState, type CaseVerb } from './states.js';

const HANDLER = person(unitIdOf('STREET', 'MZ'), 'SECTION_HANDLER');
const APPROVER = person(unitIdOf('DISTRICT', 'MZJ'), 'DEPARTMENT_APPROVER');

/** 视为受理 and 逾期终止 are nobody's to do. */
type BySomebody = Exclude<CaseVerb, 'acceptBySilence' | 'lapse'>;
const VERBS = CASE_VERBS.filter(
  (verb): verb is BySomebody => verb !== 'acceptBySilence' && verb !== 'lapse',
);
const MZ_HEAD = person(unitIdOf('STREET', 'MZ'), 'SECTION_HEAD');

interface Situation {
  actor: Actor;
  facts: CaseFacts;
  to: CaseState;
}

const upper = (over: Over) => factsOf('streetUpper', over);

/** For each verb a case and a person for whom only the state can stand in the way. */
const SUITED: Record<BySomebody, Situation> = {
  register: { actor: CLERK, facts: upper({}), to: 'REGISTERED' },
  requestSupplement: { actor: CLERK, facts: upper({}), to: 'SUPPLEMENT_REQUESTED' },
  supplement: { actor: CLERK, facts: upper({}), to: 'REGISTERED' },
  accept: { actor: CLERK, facts: upper({}), to: 'ACCEPTED' },
  refuse: { actor: CLERK, facts: upper({}), to: 'REFUSED' },
  transfer: { actor: CLERK, facts: upper({ stageIndex: 1 }), to: 'TRANSFERRED' },
  claim: {
    actor: HANDLER,
    facts: upper({ stageIndex: 2, task: { id: 't', state: 'OPEN', assigneeId: null } }),
    to: 'IN_PROGRESS',
  },
  complete: {
    actor: HANDLER,
    facts: upper({ stageIndex: 2, task: claimedBy(HANDLER) }),
    to: 'IN_PROGRESS',
  },
  suspend: {
    actor: HANDLER,
    facts: upper({ stageIndex: 2, task: claimedBy(HANDLER) }),
    to: 'SUSPENDED',
  },
  resume: {
    actor: HANDLER,
    facts: upper({ stageIndex: 2, task: claimedBy(HANDLER) }),
    to: 'IN_PROGRESS',
  },
  returnToCounter: {
    actor: HANDLER,
    facts: upper({ stageIndex: 2, task: claimedBy(HANDLER) }),
    to: 'ACCEPTED',
  },
  reassign: {
    actor: MZ_HEAD,
    facts: upper({ stageIndex: 2, task: claimedBy(HANDLER) }),
    to: 'IN_PROGRESS',
  },
  askHelp: {
    actor: HANDLER,
    facts: upper({ stageIndex: 2, task: claimedBy(HANDLER) }),
    to: 'IN_PROGRESS',
  },
  giveHelp: {
    actor: MZ_HEAD,
    facts: upper({
      stageIndex: 2,
      task: { ...claimedBy(HANDLER), helperIds: [MZ_HEAD.accountId] },
    }),
    to: 'IN_PROGRESS',
  },
  recuse: {
    actor: HANDLER,
    facts: upper({ stageIndex: 2, task: claimedBy(HANDLER) }),
    to: 'IN_PROGRESS',
  },
  extend: { actor: MZ_HEAD, facts: upper({ stageIndex: 2 }), to: 'IN_PROGRESS' },
  upload: { actor: HANDLER, facts: upper({ stageIndex: 3 }), to: 'TRANSFERRED' },
  decide: {
    actor: APPROVER,
    facts: upper({ stageIndex: 4, task: claimedBy(APPROVER) }),
    to: 'DECIDED',
  },
  issue: { actor: CLERK, facts: upper({ stageIndex: 5 }), to: 'DECIDED' },
  deliver: { actor: CLERK, facts: upper({ stageIndex: 5, issued: true }), to: 'DELIVERED' },
  withdraw: { actor: CLERK, facts: upper({ stageIndex: 1 }), to: 'WITHDRAWN' },
  terminate: { actor: HANDLER, facts: upper({ stageIndex: 2 }), to: 'TERMINATED' },
  archive: { actor: CLERK, facts: upper({ stageIndex: 5 }), to: 'ARCHIVED' },
};

/** Written down here a second time, so that the table in life.ts cannot change by accident. */
const ALLOWED: Record<CaseState, readonly CaseVerb[]> = {
  REGISTERED: ['requestSupplement', 'accept', 'refuse', 'withdraw'],
  SUPPLEMENT_REQUESTED: ['supplement', 'refuse', 'withdraw'],
  ACCEPTED: [
    ...['transfer', 'claim', 'reassign', 'extend', 'upload', 'decide', 'withdraw', 'terminate'],
  ] as CaseVerb[],
  TRANSFERRED: ['returnToCounter', 'claim', 'reassign', 'extend', 'withdraw', 'terminate'],
  IN_PROGRESS: [
    ...['returnToCounter', 'claim', 'reassign', 'askHelp', 'giveHelp', 'recuse', 'complete'],
    ...['suspend', 'extend', 'upload', 'decide', 'withdraw', 'terminate'],
  ] as CaseVerb[],
  SUSPENDED: ['reassign', 'giveHelp', 'resume', 'withdraw', 'terminate'],
  DECIDED: ['issue', 'deliver'],
  DELIVERED: ['archive'],
  ARCHIVED: [],
  REFUSED: ['archive'],
  WITHDRAWN: ['archive'],
  TERMINATED: ['archive'],
};

const STAYS: Partial<Record<CaseVerb, readonly CaseState[]>> = {
  reassign: ['SUSPENDED'],
  giveHelp: ['SUSPENDED'],
  extend: ['ACCEPTED', 'TRANSFERRED'],
};

const PAIRS = VERBS.flatMap((verb) =>
  CASE_STATES.map((state) => ({ verb, state, allowed: ALLOWED[state].includes(verb) })),
);

describe('design §3: which verb is allowed in which state', () => {
  it.each(PAIRS.filter(({ allowed }) => allowed))('$verb in $state', ({ verb, state }) => {
    const { actor, facts, to } = SUITED[verb];
    const after = STAYS[verb]?.includes(state) ? state : to;
    expect(decide({ ...facts, state }, verb, actor, inputFor(facts)).to).toBe(after);
  });

  it.each(PAIRS.filter(({ allowed }) => !allowed))('not $verb in $state', ({ verb, state }) => {
    const { actor, facts } = SUITED[verb];
    const attempt = () => decide({ ...facts, state }, verb, actor, inputFor(facts));
    expect(attempt).toThrow(
      expect.objectContaining({
        code: 'case.verb_not_allowed_in_state',
        kind: 'conflict',
        detail: `${verb}: ${state}`,
      }),
    );
  });

  it('all 23 × 12 pairs were looked at', () => {
    expect(PAIRS).toHaveLength(276);
    expect(PAIRS.filter(({ allowed }) => allowed)).toHaveLength(45);
  });
});

/** A verb belongs to one kind of stage; elsewhere it is refused whoever asks. */
describe('R54, R58, R60: which verb is allowed at which stage', () => {
  const indices = [0, 1, 2, 3, 4, 5];
  it.each([
    ['transfer', 'ACCEPTED', CLERK, [1]],
    ['upload', 'IN_PROGRESS', HANDLER, [3]],
    ['complete', 'IN_PROGRESS', HANDLER, [2]],
    ['decide', 'IN_PROGRESS', APPROVER, [4]],
  ] as const)('%s: only at its own', (verb, state, actor, at) => {
    const ok = indices.filter((stageIndex) => {
      const facts = upper({ state, stageIndex, task: claimedBy(actor) });
      try {
        decide(facts, verb, actor, inputFor(facts));
        return true;
      } catch (error) {
        expect(error).toMatchObject({ code: 'case.verb_not_allowed_at_stage' });
        return false;
      }
    });
    expect(ok).toEqual(at);
  });

  it('claim: only a task that nobody has, and only at a task', () => {
    const claim = (over: Over) => () =>
      decide(upper({ state: 'IN_PROGRESS', stageIndex: 2, ...over }), 'claim', HANDLER, {});
    const taken = expect.objectContaining({ code: 'case.task_claimed_by_other' });
    const other = person(HANDLER.unitId, 'SECTION_HEAD');
    expect(claim({ task: claimedBy(other) })).toThrow(taken);
    expect(claim({ task: claimedBy(HANDLER) })).toThrow(taken);
    expect(claim({ task: null })).toThrow(taken);
    expect(claim({ stageIndex: 3 })).toThrow(
      expect.objectContaining({ code: 'case.verb_not_allowed_at_stage' }),
    );
  });

  it('R53: on the spot a case is decided without a task, and there is nothing to claim', () => {
    const facts = factsOf('streetOnTheSpot', { state: 'ACCEPTED', stageIndex: 1 });
    expect(decide(facts, 'decide', CLERK, inputFor(facts))).toMatchObject({
      to: 'DECIDED',
      stageIndex: 2,
      tasks: [],
      open: [],
    });
    expect(() => decide(facts, 'claim', CLERK, {})).toThrow(
      expect.objectContaining({ code: 'case.verb_not_allowed_at_stage' }),
    );
  });
});

describe('what follows from a verb for the stage and the task', () => {
  const open = { id: 't', state: 'OPEN', assigneeId: null } as const;
  it.each([
    ['accept', upper({}), CLERK, 1, 'NONE', null],
    ['transfer', upper({ state: 'ACCEPTED', stageIndex: 1 }), CLERK, 2, 'NONE', 'TASK'],
    [
      'claim',
      upper({ state: 'TRANSFERRED', stageIndex: 2, task: open }),
      HANDLER,
      2,
      'CLAIMED',
      null,
    ],
    ['complete', { ...SUITED.complete.facts, state: 'IN_PROGRESS' }, HANDLER, 3, 'DONE', null],
    ['upload', upper({ state: 'IN_PROGRESS', stageIndex: 3 }), HANDLER, 4, 'NONE', 'TASK'],
    ['decide', { ...SUITED.decide.facts, state: 'IN_PROGRESS' }, APPROVER, 5, 'DONE', null],
    ['suspend', { ...SUITED.suspend.facts, state: 'IN_PROGRESS' }, HANDLER, 2, 'NONE', null],
    ['withdraw', { ...SUITED.complete.facts, state: 'IN_PROGRESS' }, CLERK, 2, 'CANCELLED', null],
    [
      'terminate',
      { ...SUITED.complete.facts, state: 'IN_PROGRESS' },
      HANDLER,
      2,
      'CANCELLED',
      null,
    ],
  ] as const)('%s', (verb, facts, actor, stageIndex, task, opened) => {
    const decision = decide(facts, verb, actor, inputFor(facts));
    expect(decision.stageIndex).toBe(stageIndex);
    expect(decision.tasks.map(({ to }) => to)).toEqual(task === 'NONE' ? [] : [task]);
    const { [stageIndex]: stage } = facts.stages;
    expect(decision.open).toEqual(opened ? [{ stageIndex, stage }] : []);
  });

  it('R54: accepted for a station’s own task, it is opened at once', () => {
    const facts = factsOf('communityOwn');
    expect(decide(facts, 'accept', CLERK, {}).open).toMatchObject([
      { stage: { kind: 'TASK', unitId: CLERK.unitId } },
    ]);
  });
});
