import { describe, expect, it } from '@jest/globals';
import type { Actor, Role } from '../identity/index.js';
import {
  allowedConsultationVerbs,
  decideConsultation,
  type ConsultationFacts,
  type ConsultationVerb,
} from './consultation.js';

const person = (accountId: string, role: Role, unitId = 'centre'): Actor => ({
  accountId,
  displayName: accountId,
  roles: [role],
  unitId,
  areaPath: '',
});
const FIRST = person('first', 'GUIDE');
const COLLEAGUE = person('colleague', 'CLERK');
const MANAGER = person('manager', 'CENTRE_ADMINISTRATOR');
const SECTION = person('section', 'SECTION_HANDLER', 'section');

const OPEN: ConsultationFacts = {
  state: 'OPEN',
  unitId: 'centre',
  holderId: 'first',
  holderUnitId: 'centre',
  offer: null,
};
const offered = (unitId: string, accountId: string | null): ConsultationFacts => ({
  ...OPEN,
  state: 'OFFERED',
  offer: { unitId, accountId },
});

describe('R72: first-asked responsibility', () => {
  it('the duty stays with the first asked until somebody has accepted it', () => {
    const offer = { unitId: 'section', accountId: null };
    const handed = decideConsultation(OPEN, 'handOver', FIRST, { offer });
    expect(handed).toEqual({ state: 'OFFERED', holderId: 'first', holderUnitId: 'centre', offer });
    const taken = decideConsultation({ ...OPEN, ...handed }, 'accept', SECTION);
    expect(taken).toEqual({
      state: 'OPEN',
      holderId: 'section',
      holderUnitId: 'section',
      offer: null,
    });
  });

  it('declined with a reason it is the first one’s again', () => {
    const facts = offered('section', 'section');
    expect(() => decideConsultation(facts, 'decline', SECTION, { reason: ' ' })).toThrow(
      'reason_missing',
    );
    const back = decideConsultation(facts, 'decline', SECTION, { reason: '不属于本科室' });
    expect(back).toMatchObject({ state: 'OPEN', holderId: 'first', offer: null });
  });

  it('nobody hands over to themselves', () => {
    const offer = { unitId: 'centre', accountId: 'first' };
    expect(() => decideConsultation(OPEN, 'handOver', FIRST, { offer })).toThrow('handed_to_self');
  });

  it.each<[string, ConsultationFacts, Actor, ConsultationVerb[]]>([
    ['holder', OPEN, FIRST, ['answer', 'handOver']],
    ['colleague at a counter', OPEN, COLLEAGUE, ['openCase']],
    ['administrator for who is away', OPEN, MANAGER, ['handOver', 'openCase']],
    ['holder who waits', offered('section', null), FIRST, ['takeBack']],
    ['named colleague', offered('section', 'section'), SECTION, ['accept', 'decline']],
    ['somebody of the unit', offered('section', null), SECTION, ['accept', 'decline']],
    ['another one than was named', offered('section', 'x'), SECTION, []],
    ['holder of the same unit', offered('centre', null), FIRST, ['takeBack']],
    ['a closed one at a counter', { ...OPEN, state: 'ANSWERED' }, COLLEAGUE, ['openCase']],
    ['a closed one elsewhere', { ...OPEN, state: 'ANSWERED' }, SECTION, []],
    ['a case already', { ...OPEN, state: 'BECAME_CASE' }, COLLEAGUE, []],
  ])('%s', (_, facts, actor, verbs) => {
    expect(allowedConsultationVerbs(facts, actor)).toEqual(verbs);
  });
});
