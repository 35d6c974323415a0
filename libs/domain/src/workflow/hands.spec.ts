import { describe, expect, it } from '@jest/globals';
import { claimedBy, CLERK, factsOf, perform, person, unitIdOf } from '../testing/cases.js';
import type { Over } from '../testing/cases.js';
import { clocksOfRegistration } from './clocks.js';
import { allowedActions, decide, decideBySystem } from './decide.js';
import type { CaseFacts } from './facts.js';
import { CASE_LIFE } from './life.js';
import { CASE_VERBS } from './states.js';

const MZ = unitIdOf('STREET', 'MZ');
const HANDLER = person(MZ, 'SECTION_HANDLER');
const COLLEAGUE = { ...person(MZ, 'SECTION_HANDLER'), accountId: 'another' };
const HEAD = person(MZ, 'SECTION_HEAD');
const ADMINISTRATOR = person(CLERK.unitId, 'CENTRE_ADMINISTRATOR');

const atHandler = (over: Over = {}): CaseFacts =>
  factsOf('streetSection', {
    ...{ state: 'IN_PROGRESS', stageIndex: 2, task: claimedBy(HANDLER) },
    ...over,
  });
const refusal = (code: string, kind?: string) =>
  expect.objectContaining(kind ? { code, kind } : { code });

describe('R21, R56: a task changes hands', () => {
  it('by the head: claimed, unclaimed, suspended, and to the head', () => {
    for (const state of ['IN_PROGRESS', 'SUSPENDED'] as const) {
      const { facts } = perform(atHandler({ state }), 'reassign', HEAD, { colleague: COLLEAGUE });
      expect(facts).toMatchObject({ state, tasks: [{ state: 'CLAIMED', assigneeId: 'another' }] });
    }
    const open = { id: 't', state: 'OPEN', assigneeId: null } as const;
    const waiting = atHandler({ state: 'TRANSFERRED', task: open });
    expect(perform(waiting, 'reassign', HEAD, { colleague: HEAD }).facts).toMatchObject({
      state: 'IN_PROGRESS',
      tasks: [{ assigneeId: HEAD.accountId }],
    });
  });

  it.each([
    ['nobody', undefined],
    ['somebody of another unit', person('elsewhere', 'SECTION_HANDLER')],
    ['a post that does not work on it', { ...COLLEAGUE, roles: ['GUIDE'] as const }],
    ['whoever has it already', HANDLER],
    ['somebody who stays away', { ...COLLEAGUE, accountId: 'recused' }],
  ])('not to %s', (_whom, colleague) => {
    const input = colleague ? { colleague } : {};
    const attempt = () => decide(atHandler({ recusedIds: ['recused'] }), 'reassign', HEAD, input);
    expect(attempt).toThrow(refusal('case.colleague_unsuitable', 'invalid'));
  });

  it('回避: it lies open again, and not for this person', () => {
    const { facts } = perform(atHandler(), 'recuse', HANDLER, { reason: '与申请人是近亲属' });
    expect(facts.tasks).toMatchObject([{ state: 'OPEN', assigneeId: null }]);
    expect(() => decide(facts, 'claim', HANDLER, {})).toThrow(refusal('case.recused', 'conflict'));
    expect(decide(facts, 'claim', COLLEAGUE, {}).to).toBe('IN_PROGRESS');
    expect(() => decide(atHandler(), 'recuse', HANDLER, {})).toThrow(
      refusal('case.reason_missing'),
    );
  });

  it('R98: a colleague gives an opinion, the case stays with its assignee', () => {
    const { facts, decision } = perform(atHandler(), 'askHelp', HANDLER, { colleague: COLLEAGUE });
    expect([decision.tasks, facts.tasks[0]?.assigneeId]).toEqual([[], HANDLER.accountId]);
    const asked = atHandler({ task: { ...claimedBy(HANDLER), helperIds: ['another'] } });
    expect(allowedActions(asked, COLLEAGUE)).toContain('giveHelp');
    expect(allowedActions(asked, HEAD)).not.toContain('giveHelp');
    expect(() => decide(asked, 'askHelp', HANDLER, { colleague: COLLEAGUE })).toThrow(
      refusal('case.help_asked_already'),
    );
    expect(() => decide(asked, 'askHelp', HANDLER, { colleague: HANDLER })).toThrow(
      refusal('case.colleague_unsuitable'),
    );
  });
});

describe('R54: back to the counter, once', () => {
  const back = { reason: '材料与申请事项不符' };

  it('the promise runs on, the counter has its day again', () => {
    const { facts, decision } = perform(atHandler(), 'returnToCounter', HANDLER, back);
    expect(facts).toMatchObject({ state: 'ACCEPTED', stageIndex: 1, tasks: [], returned: true });
    expect(decision.clocks).toMatchObject({
      start: [{ kind: 'TRANSFER', ownerUnitId: CLERK.unitId }],
      stop: ['TASK', 'UPPER_STAGE'],
      stopAs: 'CANCELLED',
      pause: false,
    });
    const again = perform(facts, 'transfer', CLERK).facts;
    expect(() => decide(again, 'returnToCounter', HANDLER, back)).toThrow(
      refusal('case.returned_already', 'conflict'),
    );
  });

  it('not once it went up a level, and not from a station’s own task', () => {
    const approver = person(unitIdOf('DISTRICT', 'MZJ'), 'DEPARTMENT_APPROVER');
    const above = factsOf('streetUpper', { state: 'TRANSFERRED', stageIndex: 4 });
    expect(() => decide(above, 'returnToCounter', approver, back)).toThrow(
      refusal('case.verb_not_allowed_at_stage'),
    );
    const own = factsOf('communityOwn', { state: 'IN_PROGRESS', stageIndex: 1 });
    expect(allowedActions(own, CLERK)).not.toContain('returnToCounter');
  });
});

describe('行政许可法 §42: extended once, by the head', () => {
  const why = { reason: '案情复杂' };

  it.each([
    ['the law’s ten days', undefined, 10],
    ['the item’s own', 15, 15],
  ])('%s are the most', (_what, extensionDays, most) => {
    const facts = atHandler();
    const own = { ...facts, item: { ...facts.item, extensionDays } };
    const { clocks } = decide(own, 'extend', HEAD, { ...why, days: most });
    expect(clocks.extend).toEqual({
      kinds: ['PROMISE', 'STATUTORY', 'TASK', 'UPPER_STAGE'],
      by: most,
    });
    for (const days of [most + 1, 0, 1.5, -1]) {
      expect(() => decide(own, 'extend', HEAD, { ...why, days })).toThrow(
        refusal('case.extension_too_long', 'invalid'),
      );
    }
  });

  it('not twice, not without a reason, not without a limit (T14), not by the handler', () => {
    const facts = atHandler();
    const extend = (over: Partial<CaseFacts>, input: object = why, actor = HEAD) => {
      return () => decide({ ...facts, ...over }, 'extend', actor, { days: 3, ...input });
    };
    expect(extend({ extended: true })).toThrow(refusal('case.extended_already', 'conflict'));
    expect(extend({}, { reason: ' ' })).toThrow(refusal('case.reason_missing'));
    expect(extend({ item: { ...facts.item, promisedDays: 0 } })).toThrow(
      refusal('case.no_limit_to_extend'),
    );
    expect(extend({}, why, HANDLER)).toThrow(refusal('case.not_yours', 'forbidden'));
  });
});

describe('R73: a second notice', () => {
  const notice = { listedMaterials: ['户口簿'], newFacts: '申请人户籍已迁移' };
  const again = factsOf('streetSection', { supplementNotices: 1 });

  it('takes the head of the centre and new facts', () => {
    const refused = refusal('case.supplement_requested_already', 'conflict');
    expect(decide(again, 'requestSupplement', ADMINISTRATOR, notice).to).toBe(
      'SUPPLEMENT_REQUESTED',
    );
    expect(() => decide(again, 'requestSupplement', CLERK, notice)).toThrow(refused);
    for (const newFacts of ['', '  ']) {
      const bare = () => decide(again, 'requestSupplement', ADMINISTRATOR, { ...notice, newFacts });
      expect(bare).toThrow(refused);
    }
    expect(allowedActions(again, CLERK)).not.toContain('requestSupplement');
    expect(allowedActions(again, ADMINISTRATOR)).toContain('requestSupplement');
  });
});

describe('T15: what nobody does, the clock brings about', () => {
  const bySystem = CASE_VERBS.filter((verb) => CASE_LIFE[verb].who === 'SYSTEM');

  it('is offered to nobody, and nothing else is done by itself', () => {
    expect(bySystem).toEqual(['acceptBySilence', 'lapse']);
    const facts = factsOf('streetSection', { state: 'SUPPLEMENT_REQUESTED' });
    for (const verb of bySystem) {
      expect(() => decide({ ...facts, state: 'REGISTERED' }, verb, CLERK, {})).toThrow(
        refusal(verb === 'lapse' ? 'case.verb_not_allowed_in_state' : 'case.not_yours'),
      );
    }
    expect(() => decideBySystem(facts, 'accept', {})).toThrow('somebody');
  });

  it('§32: five days of silence accept, from the day of receipt on', () => {
    const { start } = clocksOfRegistration({ silenceAccepts: true }, CLERK.unitId);
    expect(start).toMatchObject([{ kind: 'NOTICE', limit: { amount: 5, unit: 'WORKING_DAY' } }]);
    expect(clocksOfRegistration({}, CLERK.unitId).start).toEqual([]);
    const facts = factsOf('streetSection', { missingMaterials: ['户口簿'] });
    const { to, clocks } = decideBySystem(facts, 'acceptBySilence', {});
    expect([to, clocks.stop]).toEqual(['ACCEPTED', ['NOTICE']]);
    expect(clocks.start.map(({ kind, startedAt }) => [kind, startedAt])).toEqual([
      ['PROMISE', facts.registeredAt],
      ['TRANSFER', undefined],
    ]);
  });

  it('a supplement that never comes ends the case, with all of its clocks', () => {
    const facts = factsOf('streetSection', { state: 'SUPPLEMENT_REQUESTED' });
    const { to, clocks } = decideBySystem(facts, 'lapse', {});
    expect([to, clocks.stop, clocks.stopAs]).toEqual(['TERMINATED', 'ALL', 'CANCELLED']);
    expect(() => decideBySystem({ ...facts, state: 'REGISTERED' }, 'lapse', {})).toThrow(
      refusal('case.verb_not_allowed_in_state'),
    );
  });
});
