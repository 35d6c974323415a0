import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CASE_STATES, type CaseState } from '../workflow/index.js';
import {
  applicationStateOf,
  itemsMakeAnApplication,
  overallClockOf,
  positionsInHand,
  type CaseSpan,
} from './joint-case.js';

const states = fc.array(fc.constantFrom(...CASE_STATES), { minLength: 1, maxLength: 10 });

describe('R74: the state of an application is told from its cases', () => {
  it.each<[CaseState[], string]>([
    [['REGISTERED', 'REGISTERED'], 'TAKEN_IN'],
    [['REGISTERED', 'SUPPLEMENT_REQUESTED'], 'SUPPLEMENT_REQUESTED'],
    [['DECIDED', 'SUPPLEMENT_REQUESTED'], 'SUPPLEMENT_REQUESTED'],
    [['REGISTERED', 'REFUSED'], 'TAKEN_IN'],
    [['ACCEPTED', 'REGISTERED'], 'IN_PROGRESS'],
    [['DECIDED', 'IN_PROGRESS'], 'IN_PROGRESS'],
    [['DECIDED', 'DELIVERED'], 'DECIDED'],
    [['DECIDED', 'REGISTERED'], 'IN_PROGRESS'],
    [['DELIVERED', 'REFUSED', 'WITHDRAWN'], 'CLOSED'],
  ])('%j is %s', (of, state) => {
    expect(applicationStateOf(of)).toBe(state);
  });

  it('whatever the order; over only when all are over', () => {
    fc.assert(
      fc.property(states, (of) => {
        const state = applicationStateOf(of);
        expect(applicationStateOf([...of].reverse())).toBe(state);
        expect(state === 'CLOSED').toBe(of.every((one) => applicationStateOf([one]) === 'CLOSED'));
      }),
    );
  });
});

const DAY = 86_400_000;
const NOW = new Date('2026-03-10T09:30:00+08:00');
const span = fc
  .record({
    begun: fc.integer({ min: 0, max: 200 * DAY }),
    limit: fc.integer({ min: 0, max: 100 * DAY }),
    ended: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }),
  })
  .map(({ begun, limit, ended }): CaseSpan => {
    const startedAt = new Date(NOW.getTime() - begun);
    const endedAt = ended === null ? null : new Date(startedAt.getTime() + ended * begun);
    return { startedAt, dueAt: new Date(startedAt.getTime() + limit), endedAt };
  });

describe('R74: one clock over all, as long as the longest', () => {
  const elapsedOf = (one: CaseSpan) => overallClockOf([one], NOW)?.elapsedMs ?? 0;

  it('the longest, never the sum; due with the last', () => {
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 8 }), (spans) => {
        const clock = overallClockOf(spans, NOW);
        const each = spans.map(elapsedOf);
        expect(clock?.elapsedMs).toBe(Math.max(...each));
        expect(spans.map(({ dueAt }) => dueAt.getTime())).toContain(clock?.dueAt.getTime());
        for (const { dueAt, startedAt } of spans) {
          expect(clock && clock.dueAt >= dueAt && clock.startedAt <= startedAt).toBe(true);
        }
        const sum = each.reduce((a, b) => a + b, 0);
        expect(clock && clock.elapsedMs <= sum).toBe(true);
        // The same item asked for twice takes no longer.
        expect(overallClockOf([...spans, ...spans].reverse(), NOW)).toEqual(clock);
      }),
    );
  });

  it('there is none before the first case is accepted', () => {
    expect(overallClockOf([], NOW)).toBeNull();
  });
});

describe('R74: a material handed in once', () => {
  it('counts wherever it is asked for by the same name', () => {
    const checklist = [{ name: '居民户口簿' }, { name: '申请表' }, { name: '身份证（正反面）' }];
    expect(positionsInHand(checklist, [' 居民户口簿', '身份证(正反面)', '照片'])).toEqual([0, 2]);
    expect(positionsInHand(checklist, [])).toEqual([]);
  });

  it.each([[['A']], [['A', 'A']], [[]], [Array.from({ length: 11 }, (_, n) => `A${n}`)]])(
    '%j is no application for several items',
    (codes) => {
      expect(() => itemsMakeAnApplication(codes)).toThrow('2 至 10');
    },
  );
});
