import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ClockFace, everybodyOn, factsOf, perform, whereIs } from '../testing/cases.js';
import type { Actor } from '../identity/index.js';
import { SHAPE_NAMES, type ShapeName } from '../testing/shapes.js';
import { allowedActions } from './decide.js';
import { currentStage, type CaseFacts } from './facts.js';
import type { CaseVerb } from './states.js';

const seed = Number(process.env.YIKOU_SEED ?? Date.now() % 2 ** 31);

/** The verbs that take a case on, the first that anybody is offered is done. */
const ONWARDS: CaseVerb[] = [
  'accept',
  'transfer',
  'upload',
  'claim',
  'complete',
  'decide',
  'issue',
  'deliver',
];

function nextTurn(facts: CaseFacts): { verb: CaseVerb; actor: Actor } {
  const people = everybodyOn(facts);
  for (const verb of ONWARDS) {
    const actor = people.find((one) => allowedActions(facts, one).includes(verb));
    if (actor) return { verb, actor };
  }
  throw new Error(`nobody can go on: ${whereIs(facts)}`);
}

interface Walk {
  turns: string[];
  facts: CaseFacts;
  clocks: ClockFace;
}

function walkToDelivery(shape: ShapeName): Walk {
  const clocks = new ClockFace();
  const turns: string[] = [];
  let facts = factsOf(shape);
  while (facts.state !== 'DELIVERED') {
    if (turns.length > 30) throw new Error(`going round in circles: ${turns.join(', ')}`);
    const { verb, actor } = nextTurn(facts);
    expect([verb, actor.unitId]).toEqual([verb, currentStage(facts).unitId]);
    const { facts: after, decision } = perform(facts, verb, actor);
    clocks.apply(decision.clocks);
    expect(decision.clocks.holderUnitId).toBe(currentStage(after).unitId);
    turns.push(`${verb} ${actor.accountId}`);
    facts = after;
  }
  return { turns, facts, clocks };
}

const counter = (...verbs: string[]) => verbs.map((verb) => `${verb} CLERK@taking-unit`);
const worked = (who: string, ...verbs: string[]) => verbs.map((verb) => `${verb} ${who}`);
const MZ = 'SECTION_HANDLER@STREET-MZ';
const MZ_HEAD = 'SECTION_HEAD@STREET-MZ';
const upper = (unit: string) => `SECTION_HEAD@${unit}`;
const OUT = counter('issue', 'deliver');
const ON_THE_SPOT = counter('accept', 'decide', 'issue', 'deliver');
const BY_SECTION_AND_UP = [
  ...counter('accept', 'transfer'),
  ...worked(MZ, 'claim', 'complete', 'upload'),
];
const DECIDED_BY_MZJ = worked(upper('DISTRICT-MZJ'), 'claim', 'decide');

const EXPECTED: Record<ShapeName, string[]> = {
  streetOnTheSpot: ON_THE_SPOT,
  communityOnTheSpot: ON_THE_SPOT,
  streetSection: [
    ...counter('accept', 'transfer'),
    ...worked(MZ, 'claim', 'complete'),
    ...worked(MZ_HEAD, 'claim', 'decide'),
    ...OUT,
  ],
  streetUpper: [...BY_SECTION_AND_UP, ...DECIDED_BY_MZJ, ...OUT],
  streetUpperTakenByStation: [...BY_SECTION_AND_UP, ...DECIDED_BY_MZJ, ...OUT],
  streetStraightUp: [...counter('accept', 'upload'), ...DECIDED_BY_MZJ, ...OUT],
  streetStraightToCity: [
    ...counter('accept', 'upload'),
    ...worked(upper('CITY-KGL'), 'claim', 'decide'),
    ...OUT,
  ],
  streetPartner: [
    ...BY_SECTION_AND_UP,
    ...worked('DEPARTMENT_APPROVER@DISTRICT-CLX', 'claim', 'complete'),
    ...DECIDED_BY_MZJ,
    ...OUT,
  ],
  streetSeveralLevels: [
    ...BY_SECTION_AND_UP,
    ...worked(upper('DISTRICT-TYJ'), 'claim', 'complete', 'upload'),
    ...worked(upper('CITY-TYJ'), 'claim', 'decide'),
    ...OUT,
  ],
  communityOwn: [...counter('accept', 'claim', 'decide'), ...OUT],
  communityStreet: [
    ...counter('accept', 'claim', 'complete', 'upload'),
    ...worked(upper('STREET-DG'), 'claim', 'decide'),
    ...OUT,
  ],
  communityUpper: [
    ...counter('accept', 'claim', 'complete', 'upload'),
    ...worked(MZ, 'claim', 'complete', 'upload'),
    ...DECIDED_BY_MZJ,
    ...OUT,
  ],
};

describe('R12, R52–R61: each shape walks from the counter back to the counter', () => {
  it.each(SHAPE_NAMES)('%s', (shape) => {
    const { turns, facts, clocks } = walkToDelivery(shape);
    expect(turns).toEqual(EXPECTED[shape]);
    expect(facts).toMatchObject({ stageIndex: facts.stages.length - 1, tasks: [], issued: true });
    expect([...clocks.running]).toEqual([]);
  });
});

describe(`a case in any hands comes to its end (YIKOU_SEED=${seed})`, () => {
  const anyWalk = fc.tuple(
    fc.constantFrom(...SHAPE_NAMES),
    fc.array(fc.nat({ max: 997 }), { minLength: 80, maxLength: 80 }),
  );

  it('T14, T15: never without a way on, and without a clock left running once it is closed', () => {
    const ends = new Set<string>();
    const property = fc.property(anyWalk, ([shape, choices]) => {
      let facts = factsOf(shape);
      const clocks = new ClockFace();
      for (const choice of choices) {
        if (facts.state === 'ARCHIVED') break;
        const people = everybodyOn(facts);
        const ways = people.flatMap((actor) =>
          allowedActions(facts, actor).map((verb) => ({ actor, verb })),
        );
        const way = ways[choice % ways.length];
        if (!way) throw new Error(`nobody can do anything: ${whereIs(facts)}`);
        const { facts: after, decision } = perform(facts, way.verb, way.actor);
        clocks.apply(decision.clocks);
        facts = after;
        if (facts.state !== 'SUSPENDED' && clocks.has('PAUSED')) throw new Error('still paused');
        if (isClosed(facts)) {
          ends.add(facts.state);
          expect([facts.state, ...clocks.running.keys()]).toEqual([facts.state]);
          expect(facts.tasks).toEqual([]);
        }
      }
    });
    fc.assert(property, { seed, numRuns: 300 });
    // Which ends chance comes to is chance; of these 300 it is known that they come to every one.
    fc.assert(property, { seed: 20171101, numRuns: 300 });
    expect([...ends].sort()).toEqual([
      'ARCHIVED',
      'DELIVERED',
      'REFUSED',
      'TERMINATED',
      'WITHDRAWN',
    ]);
  });

  const isClosed = ({ state }: CaseFacts) =>
    ['DELIVERED', 'ARCHIVED', 'REFUSED', 'WITHDRAWN', 'TERMINATED'].includes(state);
});
