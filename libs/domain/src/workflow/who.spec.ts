import { describe, expect, it } from '@jest/globals';
import {
  claimedBy,
  factsOf,
  inputFor,
  person,
  TAKING,
  unitIdOf,
  withTask,
  type Over,
} from '../testing/cases.js';
import type { Actor, Role } from '../identity/index.js';
import { decide } from './decide.js';
import type { CaseFacts } from './facts.js';
import type { CaseVerb } from './states.js';

const MZ = unitIdOf('STREET', 'MZ');
const MZJ = unitIdOf('DISTRICT', 'MZJ');
const CLX = unitIdOf('DISTRICT', 'CLX');
const DISTRICT_OFFICE = 'district-office';

/** Everybody who might try, from this counter up to the district. */
const PEOPLE = {
  clerk: person(TAKING, 'CLERK'),
  administrator: person(TAKING, 'CENTRE_ADMINISTRATOR'),
  guide: person(TAKING, 'GUIDE'),
  otherClerk: person('other-centre', 'CLERK'),
  otherAdministrator: person('other-centre', 'CENTRE_ADMINISTRATOR'),
  handler: person(MZ, 'SECTION_HANDLER'),
  head: person(MZ, 'SECTION_HEAD'),
  clerkOfSection: person(MZ, 'CLERK'),
  otherHandler: person('other-section', 'SECTION_HANDLER'),
  otherHead: person('other-section', 'SECTION_HEAD'),
  approver: person(MZJ, 'DEPARTMENT_APPROVER'),
  headOfDepartment: person(MZJ, 'SECTION_HEAD'),
  handlerOfDepartment: person(MZJ, 'SECTION_HANDLER'),
  partnerApprover: person(CLX, 'DEPARTMENT_APPROVER'),
  partnerHead: person(CLX, 'SECTION_HEAD'),
  supervisor: person(DISTRICT_OFFICE, 'DISTRICT_SUPERVISOR'),
  supervisorHere: person(TAKING, 'DISTRICT_SUPERVISOR', 'INSPECTOR', 'AUDITOR'),
  supervisorInSection: person(MZ, 'DISTRICT_SUPERVISOR'),
  systemAdministrator: person(TAKING, 'SYSTEM_ADMINISTRATOR'),
} satisfies Record<string, Actor>;
type Name = keyof typeof PEOPLE;
const NAMES = Object.keys(PEOPLE) as Name[];

/** Those who may do the verb; every other is told that it is not theirs. */
function handsFor(facts: CaseFacts, verb: CaseVerb): Name[] {
  return NAMES.filter((name) => {
    try {
      decide(facts, verb, PEOPLE[name], inputFor(facts));
      return true;
    } catch (error) {
      expect(error).toMatchObject({ code: 'case.not_yours', kind: 'forbidden' });
      return false;
    }
  });
}

const OPEN = { id: 't', state: 'OPEN', assigneeId: null } as const;
const upper = (over: Over) => factsOf('streetUpper', over);
const section = (over: Over) => factsOf('streetSection', over);

describe('R7, R12, R57: the counter that took the case', () => {
  it.each<[CaseVerb, CaseFacts]>([
    ['requestSupplement', upper({})],
    ['supplement', upper({ state: 'SUPPLEMENT_REQUESTED' })],
    ['accept', upper({})],
    ['refuse', upper({})],
    ['transfer', upper({ state: 'ACCEPTED', stageIndex: 1 })],
    ['issue', upper({ state: 'DECIDED', stageIndex: 5 })],
    ['deliver', upper({ state: 'DECIDED', stageIndex: 5, issued: true })],
    ['withdraw', section({ state: 'IN_PROGRESS', stageIndex: 2, task: OPEN })],
    ['archive', upper({ state: 'DELIVERED', stageIndex: 5 })],
    ['decide', factsOf('streetOnTheSpot', { state: 'ACCEPTED', stageIndex: 1 })],
    ['terminate', factsOf('streetOnTheSpot', { state: 'ACCEPTED', stageIndex: 1 })],
    ['upload', factsOf('streetStraightUp', { state: 'ACCEPTED', stageIndex: 1 })],
    ['claim', factsOf('communityOwn', { state: 'ACCEPTED', stageIndex: 1, task: OPEN })],
  ])('alone may %s', (verb, facts) => {
    expect(handsFor(facts, verb)).toEqual(['clerk', 'administrator']);
  });
});

describe('R56, R60: the unit whose stage it is', () => {
  it.each<[what: string, verb: CaseVerb, facts: CaseFacts, who: Name[]]>([
    [
      'a section’s task',
      'claim',
      section({ state: 'TRANSFERRED', stageIndex: 2, task: OPEN }),
      ['handler', 'head'],
    ],
    [
      'the section’s deciding task is its head’s',
      'claim',
      section({ state: 'IN_PROGRESS', stageIndex: 3, task: OPEN }),
      ['head'],
    ],
    [
      'a section’s upload',
      'upload',
      upper({ state: 'IN_PROGRESS', stageIndex: 3 }),
      ['handler', 'head'],
    ],
    [
      'a department’s task',
      'claim',
      upper({ state: 'TRANSFERRED', stageIndex: 4, task: OPEN }),
      ['approver', 'headOfDepartment'],
    ],
    [
      'a partner department’s task',
      'claim',
      factsOf('streetPartner', { state: 'TRANSFERRED', stageIndex: 4, task: OPEN }),
      ['partnerApprover'],
    ],
    [
      'an end without decision at a section',
      'terminate',
      section({ state: 'SUSPENDED', stageIndex: 2, task: OPEN }),
      ['handler', 'head'],
    ],
    [
      'an end without decision at the deciding stage',
      'terminate',
      section({ state: 'IN_PROGRESS', stageIndex: 3, task: OPEN }),
      ['head'],
    ],
  ])('%s: %s', (_what, verb, facts, who) => {
    expect(handsFor(facts, verb)).toEqual(who);
  });
});

describe('R56: what a person has claimed is theirs alone', () => {
  it.each<[verb: CaseVerb, shape: 'streetSection' | 'streetUpper', at: number, owner: Name]>([
    ['complete', 'streetSection', 2, 'handler'],
    ['complete', 'streetSection', 2, 'head'],
    ['suspend', 'streetSection', 2, 'handler'],
    ['resume', 'streetSection', 2, 'handler'],
    ['decide', 'streetSection', 3, 'head'],
    ['decide', 'streetUpper', 4, 'approver'],
    ['decide', 'streetUpper', 4, 'headOfDepartment'],
  ])('%s in a %s at stage %i: %s', (verb, shape, stageIndex, owner) => {
    const state = verb === 'resume' ? 'SUSPENDED' : 'IN_PROGRESS';
    const task = claimedBy(PEOPLE[owner]);
    expect(handsFor(factsOf(shape, { state, stageIndex, task }), verb)).toEqual([owner]);
  });

  it.each<CaseVerb>(['complete', 'suspend', 'decide'])(
    '%s: nobody before it is claimed',
    (verb) => {
      const stageIndex = verb === 'decide' ? 3 : 2;
      const facts = section({ state: 'IN_PROGRESS', stageIndex, task: OPEN });
      expect(handsFor(facts, verb)).toEqual([]);
      expect(handsFor(withTask(facts, null), verb)).toEqual([]);
    },
  );

  it('R60: an assignee without the post to decide does not decide', () => {
    const task = claimedBy(PEOPLE.handler);
    expect(handsFor(section({ state: 'IN_PROGRESS', stageIndex: 3, task }), 'decide')).toEqual([]);
  });
});

describe('R14: whoever watches changes nothing', () => {
  const watching: Role[] = ['DISTRICT_SUPERVISOR', 'INSPECTOR', 'AUDITOR', 'SYSTEM_ADMINISTRATOR'];

  it.each(watching)('%s, even inside the unit and named as assignee', (role) => {
    for (const [facts, verb] of [
      [upper({}), 'accept'],
      [upper({ state: 'DECIDED', stageIndex: 5, issued: true }), 'deliver'],
      [factsOf('streetOnTheSpot', { state: 'ACCEPTED', stageIndex: 1 }), 'decide'],
      [section({ state: 'IN_PROGRESS', stageIndex: 3 }), 'decide'],
    ] as const) {
      for (const unitId of [TAKING, MZ, MZJ, DISTRICT_OFFICE]) {
        const watcher = person(unitId, role);
        const task = verb === 'decide' ? claimedBy(watcher) : null;
        expect(() => decide(withTask(facts, task), verb, watcher, inputFor(facts))).toThrow(
          expect.objectContaining({ code: 'case.not_yours' }),
        );
      }
    }
  });

  it('a person with a second post acts by that post', () => {
    const both = person(TAKING, 'DISTRICT_SUPERVISOR', 'CLERK');
    expect(decide(upper({}), 'accept', both, {}).to).toBe('ACCEPTED');
  });
});
