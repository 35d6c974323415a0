import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../domain-error.js';
import { ROLES, type Actor, type Role } from '../identity/index.js';
import { claimedBy, CLERK, factsOf, inputFor, person } from '../testing/cases.js';
import { TAKING, withTask, type TaskInHand } from '../testing/cases.js';
import { SHAPE_NAMES } from '../testing/shapes.js';
import { allowedActions, decide } from './decide.js';
import type { CaseFacts } from './facts.js';
import { CASE_STATES, CASE_VERBS, type CaseVerb } from './states.js';

const seed = Number(process.env.YIKOU_SEED ?? Date.now() % 2 ** 31);

const IN_HAND = ['ACCEPTED', 'IN_PROGRESS', 'SUSPENDED'] as const;

/** Any case at any stage in any state, sensible or not, and somebody near it or far from it. */
const anySituation = fc
  .record({
    shape: fc.constantFrom(...SHAPE_NAMES),
    // Work in hand has the narrowest conditions, so it is drawn more often.
    state: fc.oneof(fc.constantFrom(...CASE_STATES), fc.constantFrom(...IN_HAND)),
    stage: fc.nat({ max: 6 }),
    unit: fc.oneof({ weight: 3, arbitrary: fc.constant('stage') }, fc.constantFrom(TAKING, 'far')),
    roles: fc.uniqueArray(fc.constantFrom<Role>(...ROLES), { minLength: 1, maxLength: 5 }),
    task: fc.constantFrom('none', 'open', 'mine', 'mine', 'helped', 'another’s'),
    supplementNotices: fc.nat({ max: 2 }),
    returned: fc.boolean(),
    extended: fc.boolean(),
    recused: fc.boolean(),
    issued: fc.boolean(),
    procedures: fc.boolean(),
  })
  .map((drawn): { facts: CaseFacts; actor: Actor } => {
    const blank = factsOf(drawn.shape);
    const stageIndex = drawn.stage % blank.stages.length;
    const ofStage = blank.stages[stageIndex]?.unitId ?? TAKING;
    const actor = person(drawn.unit === 'stage' ? ofStage : drawn.unit, ...drawn.roles);
    const tasks: Record<string, TaskInHand | null> = {
      none: null,
      open: { id: 't', state: 'OPEN', assigneeId: null },
      mine: claimedBy(actor),
      helped: { ...claimedBy(person('far', 'SECTION_HEAD')), helperIds: [actor.accountId] },
      'another’s': claimedBy(person('far', 'SECTION_HEAD')),
    };
    const { state, supplementNotices, issued, returned, extended } = drawn;
    const item = drawn.procedures ? blank.item : { ...blank.item, specialProcedures: [] };
    const task = tasks[drawn.task] ?? null;
    const recusedIds = drawn.recused ? [actor.accountId] : [];
    const told = { state, stageIndex, supplementNotices, issued, returned, extended };
    return { facts: withTask({ ...blank, ...told, recusedIds, item }, task), actor };
  });

/** Bare, because `expect` a hundred thousand times is slow. */
function passes(facts: CaseFacts, verb: CaseVerb, actor: Actor): boolean {
  try {
    decide(facts, verb, actor, inputFor(facts));
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

describe(`design §2.6: allowedActions is what decide allows (YIKOU_SEED=${seed})`, () => {
  it('every verb offered passes with what fits it, every other is refused', () => {
    const offered = new Set<string>();
    const property = fc.property(anySituation, ({ facts, actor }) => {
      const actions = allowedActions(facts, actor);
      for (const verb of CASE_VERBS) {
        const passed = passes(facts, verb, actor);
        if (passed !== actions.includes(verb)) throw new Error(`${verb}: ${actions.join()}`);
        if (passed) offered.add(verb);
      }
    });
    fc.assert(property, { seed, numRuns: 4000 });
    // The draw was wide enough to see each verb offered at least once.
    const never = CASE_VERBS.filter((verb) => !offered.has(verb));
    expect(never).toEqual(['register', 'acceptBySilence', 'lapse']);
  });

  it('looks at no input: what is refused with nothing entered is offered all the same', () => {
    const missing = factsOf('streetUpper', { missingMaterials: ['户口簿'] });
    expect(allowedActions(missing, CLERK)).toEqual([
      'requestSupplement',
      'accept',
      'refuse',
      'withdraw',
    ]);
  });

  it('R73: does not offer a second notice', () => {
    const again = factsOf('streetUpper', { supplementNotices: 1 });
    expect(allowedActions(again, CLERK)).toEqual(['accept', 'refuse', 'withdraw']);
  });

  it('offers a stranger and a closed case nothing', () => {
    expect(allowedActions(factsOf('streetUpper'), person('far', 'CLERK'))).toEqual([]);
    expect(allowedActions(factsOf('streetUpper', { state: 'ARCHIVED' }), CLERK)).toEqual([]);
  });

  it('hides no defect: an error that is no refusal comes through', () => {
    const broken = factsOf('streetUpper', { state: 'ACCEPTED', stageIndex: 99 });
    expect(() => allowedActions(broken, CLERK)).toThrow('stage 99 of 6');
  });
});
