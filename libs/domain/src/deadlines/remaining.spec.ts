import { describe, expect, it } from '@jest/globals';
import { WorkingCalendar } from './calendar.js';
import { instantAt } from './local-date.js';
import { type DeadlineState, type Light, lightOf, remainingOf } from './remaining.js';

const calendar = new WorkingCalendar([
  { year: 2026, off: [['2026-10-16', '庙会']], work: [['2026-10-10', '国庆节']] },
]);

function at(text: string): Date {
  const [date = '', time = ''] = text.split(' ');
  return instantAt(date, time);
}

describe('T3: the remaining time is working days, not a duration', () => {
  const dueAt = at('2026-10-19 24:00');
  it.each([
    ['2026-10-09 17:00', 7], // Friday itself, the make-up Saturday, 12 to 15, 19
    ['2026-10-11 12:00', 5],
    ['2026-10-15 23:59', 2],
    ['2026-10-15 24:00', 1],
    ['2026-10-17 12:00', 1],
    ['2026-10-19 10:00', 1],
    ['2026-10-19 24:00', 0],
    ['2026-11-01 10:00', 0],
  ])('at %s: %i', (now, left) => {
    expect(remainingOf({ dueAt }, at(now), calendar)).toBe(left);
  });

  it('D3: a limit of 7 days has 7 left on the day of its start, however early', () => {
    const startedAt = at('2026-10-08 09:00');
    expect(remainingOf({ dueAt, startedAt }, at('2026-10-08 09:00'), calendar)).toBe(7);
    expect(remainingOf({ dueAt, startedAt }, at('2026-10-09 09:00'), calendar)).toBe(7);
    expect(remainingOf({ dueAt, startedAt }, at('2026-10-10 09:00'), calendar)).toBe(6);
  });

  it('R58: what is due on the day of its start has that day', () => {
    const today = { dueAt: at('2026-10-08 24:00'), startedAt: at('2026-10-08 09:00') };
    expect(remainingOf(today, at('2026-10-08 09:00'), calendar)).toBe(1);
  });

  it('is none within a day', () => {
    const dueAtNoon = { dueAt: at('2026-10-19 12:00') };
    expect(remainingOf(dueAtNoon, at('2026-10-19 11:00'), calendar)).toBe(0);
  });
});

describe('the light', () => {
  const warnAt = at('2026-10-14 24:00');
  const dueAt = at('2026-10-19 24:00');
  it.each<[DeadlineState, string | null, string, Light]>([
    ['RUNNING', null, '2026-10-14 23:59', 'NORMAL'],
    ['RUNNING', null, '2026-10-14 24:00', 'WARNING'],
    ['RUNNING', null, '2026-10-19 23:59', 'WARNING'],
    ['RUNNING', null, '2026-10-19 24:00', 'OVERDUE'],
    ['PAUSED', '2026-10-13 09:00', '2026-12-01 09:00', 'PAUSED'],
    ['PAUSED', '2026-10-19 24:00', '2026-12-01 09:00', 'OVERDUE'],
    ['PAUSED', '2026-10-19 23:59', '2026-12-01 09:00', 'PAUSED'],
    ['MET', null, '2026-12-01 09:00', 'NORMAL'],
    ['CANCELLED', null, '2026-12-01 09:00', 'NORMAL'],
    ['MISSED', null, '2026-10-01 09:00', 'OVERDUE'],
  ])('of %s (paused %p) at %s: %s', (state, pausedSince, now, light) => {
    const pausedAt = pausedSince === null ? null : at(pausedSince);
    expect(lightOf({ state, warnAt, dueAt, pausedAt }, at(now))).toBe(light);
  });
});
