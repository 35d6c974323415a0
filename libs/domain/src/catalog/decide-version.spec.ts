import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../domain-error.js';
import { ROLES, type Actor, type Role } from '../identity/index.js';
import {
  allowedVersionActions,
  decideVersion,
  statesWaitingFor,
  type VersionFacts,
  type VersionInput,
} from './decide-version.js';
import { emptyStandard } from './empty-standard.js';
import { standardOfFileItem, type FileItem } from './item-shapes.js';
import {
  VERSION_LIFE,
  VERSION_STATES,
  VERSION_VERBS,
  type VersionTransition,
  type VersionVerb,
} from './version-life.js';

const file = new URL('../../../../apps/api/data/service-items.json', import.meta.url);
const { items } = JSON.parse(readFileSync(file, 'utf8')) as { items: FileItem[] };
/** 家政服务: complete as the file has it, for no section works on it. */
const homeService = items.find(({ code }) => code === 'EQ-C-20-016') as FileItem;

const OFFICE = 'office';
const LEAD = 'lead-department';
function person(accountId: string, unitId: string, ...roles: Role[]): Actor {
  return { accountId, displayName: accountId, roles, unitId, areaPath: '410100000000/' };
}
const compiler = person('compiler', OFFICE, 'DISTRICT_SUPERVISOR');
const reviewer = person('reviewer', LEAD, 'DEPARTMENT_APPROVER');
const both = person('both', LEAD, 'DISTRICT_SUPERVISOR', 'DEPARTMENT_APPROVER');

const facts: VersionFacts = {
  state: 'DRAFT',
  standard: standardOfFileItem(homeService),
  authors: ['compiler'],
  reviewUnitId: LEAD,
  lastEffectiveFrom: null,
  isAnotherInProgress: false,
};
const input: VersionInput = { today: '2026-11-23', effectiveFrom: '2026-12-01', reason: '请核对' };

function refusalOf(run: () => unknown): DomainError {
  try {
    run();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('was not refused');
}
const codeOf = (...args: Parameters<typeof decideVersion>) =>
  refusalOf(() => decideVersion(...args)).code;

/** Who may do a verb in a state that allows it. */
const personFor = (verb: VersionVerb) =>
  VERSION_LIFE[verb].who === 'COMPILER' ? compiler : reviewer;

describe('R30: who may do what with a version, and when', () => {
  const LIFE = VERSION_VERBS.map(
    (verb) => [verb, VERSION_LIFE[verb] as VersionTransition] as const,
  );

  it.each(LIFE)('%s: from its states and no other', (verb, transition) => {
    for (const state of [...VERSION_STATES, 'NEW' as const]) {
      const there = { ...facts, state };
      if (transition.from.includes(state)) {
        const decision = decideVersion(there, verb, personFor(verb), input);
        expect(decision).toMatchObject({ to: transition.to });
        expect(decision.makesNewVersion).toBe(transition.version === 'NEW');
      } else {
        const code = codeOf(there, verb, personFor(verb), input);
        expect([state, code]).toEqual([state, 'catalog.version_verb_not_allowed_in_state']);
      }
    }
  });

  it.each(LIFE)('%s: by its people and no other', (verb, { from, who }) => {
    const wanted = who === 'COMPILER' ? 'DISTRICT_SUPERVISOR' : 'DEPARTMENT_APPROVER';
    const able = ROLES.filter((role) =>
      allowedVersionActions(
        { ...facts, state: from[0] ?? 'NEW' },
        person('x', LEAD, role),
      ).includes(verb),
    );
    expect(able).toEqual([wanted]);
  });

  it('R30: another department does not review it', () => {
    const elsewhere = person('other', 'other-department', 'DEPARTMENT_APPROVER');
    const inReview = { ...facts, state: 'IN_REVIEW' as const };
    expect(allowedVersionActions(inReview, elsewhere)).toEqual([]);
    expect(codeOf(inReview, 'approve', elsewhere, input)).toBe('catalog.version_not_yours');
  });

  it('R30: four eyes: who wrote or submitted it may return it, but not approve it', () => {
    const own = { ...facts, state: 'IN_REVIEW' as const, authors: ['compiler', 'both'] };
    expect(allowedVersionActions(own, both)).toEqual(['return']);
    expect(codeOf(own, 'approve', both, input)).toBe('catalog.version_needs_other_eyes');
    expect(allowedVersionActions(own, reviewer)).toEqual(['return', 'approve']);
  });

  it('T15: it is not submitted before somebody is named to review it', () => {
    const unnamed = { ...facts, reviewUnitId: null };
    expect(allowedVersionActions(unnamed, compiler)).toEqual(['edit', 'discard']);
    expect(codeOf(unnamed, 'submit', compiler, input)).toBe('catalog.version_without_reviewer');
  });

  it('P8: a further version is begun once, and not beside another in the making', () => {
    const published = { ...facts, state: 'PUBLISHED' as const };
    expect(allowedVersionActions(published, compiler)).toEqual(['retire', 'revise']);
    const busy = { ...published, isAnotherInProgress: true };
    expect(allowedVersionActions(busy, compiler)).toEqual(['retire']);
    expect(codeOf(busy, 'revise', compiler, input)).toBe('catalog.version_in_progress');
  });

  it('R30: shows the stage it goes to; a discarded draft shows none', () => {
    expect(decideVersion(facts, 'submit', compiler, input)).toEqual({
      to: 'IN_REVIEW',
      stage: '审核',
      makesNewVersion: false,
      effectiveFrom: null,
    });
    expect(decideVersion(facts, 'discard', compiler, input).stage).toBeNull();
  });
});

describe('R33: publishing', () => {
  const approved: VersionFacts = { ...facts, state: 'APPROVED' };
  const publish = (over: Partial<VersionFacts>, its: Partial<VersionInput> = {}) =>
    codeOf({ ...approved, ...over }, 'publish', compiler, { ...input, ...its });

  it('says from when the version applies', () => {
    expect(decideVersion(approved, 'publish', compiler, input)).toMatchObject({
      to: 'PUBLISHED',
      effectiveFrom: '2026-12-01',
    });
  });

  it('R31, R33: refuses with everything missing and every broken rule at once', () => {
    const standard = { ...approved.standard, name: '', conditions: [], onSiteVisits: 3 };
    const fresh = emptyStandard({ code: 'EQ-1', name: '新事项', level: 'STREET' });
    const broken = { ...standard, specialProcedures: [], closure: 'UPPER' as const };
    const run = () => decideVersion({ ...approved, standard: broken }, 'publish', compiler, input);
    const refusal = refusalOf(run);
    expect(refusal.code).toBe('catalog.version_incomplete');
    expect(refusal.kind).toBe('conflict');
    expect(refusal.fields.map(({ field }) => field)).toEqual([
      'name',
      'conditions',
      'visitsReason',
      'closure',
    ]);
    expect(refusal.detail).toContain('4');
    expect(publish({ standard: fresh })).toBe('catalog.version_incomplete');
  });

  it('R33: codes are checked by the district’s pattern', () => {
    const standard = { ...approved.standard, basicCode: '000120003000' };
    const codeRules = { basicCode: /^X/, implementationCode: /^X/ };
    expect(publish({ standard, codeRules })).toBe('catalog.version_incomplete');
  });

  it.each([
    ['today', '2026-11-23', null],
    ['yesterday', '2026-11-22', 'catalog.effective_date_past'],
    ['a day that does not exist', '2027-02-29', 'catalog.effective_date_invalid'],
    ['no day', undefined, 'catalog.effective_date_invalid'],
  ])('P8: from %s: %s', (_when, effectiveFrom, code) => {
    const its = { today: '2026-11-23', ...(effectiveFrom ? { effectiveFrom } : {}) };
    const run = () => decideVersion(approved, 'publish', compiler, its);
    if (code === null) expect(run()).toMatchObject({ effectiveFrom });
    else expect(refusalOf(run).code).toBe(code);
  });

  it('P8: a later version begins later than the last', () => {
    expect(publish({ lastEffectiveFrom: '2026-12-01' })).toBe(
      'catalog.effective_date_not_after_last',
    );
    const after = { ...approved, lastEffectiveFrom: '2026-11-30' };
    expect(decideVersion(after, 'publish', compiler, input).effectiveFrom).toBe('2026-12-01');
  });
});

describe('R30: what waits for a person', () => {
  it.each([
    [[], []],
    [['CLERK'], []],
    [['DEPARTMENT_APPROVER'], ['IN_REVIEW']],
    [['DISTRICT_SUPERVISOR'], ['DRAFT', 'RETURNED', 'APPROVED']],
  ] as const)('%j: %j', (roles, states) => {
    expect(new Set(statesWaitingFor({ roles }))).toEqual(new Set(states));
  });

  it('one of these states offers a verb that carries it on', () => {
    for (const state of statesWaitingFor(both)) {
      const offered = allowedVersionActions({ ...facts, state }, both);
      expect(offered.some((verb) => ['submit', 'approve', 'publish'].includes(verb))).toBe(true);
    }
  });
});

describe('what is entered with a verb', () => {
  it('R30: a version goes back with what is to be mended', () => {
    const inReview = { ...facts, state: 'IN_REVIEW' as const };
    const bare = { ...input, reason: ' ' };
    expect(codeOf(inReview, 'return', reviewer, bare)).toBe('catalog.reason_missing');
  });

  it('P8: it is retired with a reason, from today at the earliest', () => {
    const published = { ...facts, state: 'PUBLISHED' as const };
    const retire = (its: VersionInput) => decideVersion(published, 'retire', compiler, its);
    expect(retire(input)).toMatchObject({ to: 'RETIRED', effectiveFrom: '2026-12-01' });
    expect(refusalOf(() => retire({ ...input, reason: '' })).code).toBe('catalog.reason_missing');
    const past = { ...input, effectiveFrom: '2026-11-22' };
    expect(refusalOf(() => retire(past)).code).toBe('catalog.effective_date_past');
    const coming = { ...published, lastEffectiveFrom: '2026-12-01' };
    expect(codeOf(coming, 'retire', compiler, input)).toBe('catalog.effective_date_not_after_last');
  });
});
