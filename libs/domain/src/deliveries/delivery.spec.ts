import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../identity/index.js';
import {
  receiptIsProven,
  reminderIsDue,
  resultIsOnItsWay,
  resultLiesAtThisCounter,
  type WaitingFacts,
} from './delivery.js';

const CLERK: Actor = {
  accountId: 'a',
  displayName: '某',
  roles: ['CLERK'],
  unitId: 'counter',
  areaPath: '',
};
const WAITING: WaitingFacts = {
  state: 'DECIDED',
  issued: true,
  takingUnitId: 'counter',
  onItsWay: false,
};
const TODAY = '2026-03-10';
const refuses = (work: () => unknown, code: string) =>
  expect(work).toThrow(expect.objectContaining({ code }));

describe('R57: the counter that took the case delivers', () => {
  it.each([
    [WAITING, { ...CLERK, unitId: 'other' }, 'case.not_yours'],
    [WAITING, { ...CLERK, roles: ['SECTION_HEAD'] as const }, 'case.not_yours'],
    [{ ...WAITING, state: 'DELIVERED' as const }, CLERK, 'delivery.not_waiting'],
    [{ ...WAITING, issued: false }, CLERK, 'case.not_issued'],
    [{ ...WAITING, onItsWay: true }, CLERK, 'delivery.on_its_way'],
  ])('%j by %j: %s', (facts, actor, code) =>
    refuses(() => resultLiesAtThisCounter(facts, actor), code),
  );

  it('only what has left can arrive or come back', () => {
    refuses(() => resultIsOnItsWay(WAITING, CLERK), 'delivery.nothing_on_its_way');
    expect(() => resultIsOnItsWay({ ...WAITING, onItsWay: true }, CLERK)).not.toThrow();
    expect(() => resultLiesAtThisCounter(WAITING, CLERK)).not.toThrow();
  });

  it('who receives signs; who collects for another shows a card', () => {
    refuses(() => receiptIsProven({}, TODAY), 'delivery.signature_missing');
    expect(receiptIsProven({ signedOnPaper: true }, TODAY)).toBeNull();
    const agent = { signature: 'x', agentIdentityNumber: '11010519491231002x' };
    refuses(() => receiptIsProven(agent, TODAY), 'delivery.agent_unproven');
    refuses(
      () => receiptIsProven({ signature: 'x', relation: '子' }, TODAY),
      'delivery.agent_unproven',
    );
    expect(receiptIsProven({ ...agent, relation: '父子' }, TODAY)).toBe('11010519491231002X');
  });

  it('a reminder is due after three working days, then every five', () => {
    expect([2, 3].map((days) => reminderIsDue(days, null))).toEqual([false, true]);
    expect([4, 5].map((days) => reminderIsDue(20, days))).toEqual([false, true]);
  });
});
