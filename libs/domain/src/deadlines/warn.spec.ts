import { describe, expect, it } from '@jest/globals';
import { WorkingCalendar } from './calendar.js';
import { dueOf } from './due.js';
import { instantAt } from './local-date.js';

const calendar = new WorkingCalendar([
  { year: 2026, off: [['2026-10-01', '国庆节']], work: [['2026-10-10', '国庆节']] },
]);

function at(text: string): Date {
  const [date = '', time = ''] = text.split(' ');
  return instantAt(date, time);
}

describe('the warning comes at a share of the days that count', () => {
  const start = '2026-10-12 09:00'; // a Monday; counted days 13, 14, 15, 16, 19, 20, 21, 22, 23, 26
  it.each([
    [5, 'WORKING_DAY', 0.8, '2026-10-16 24:00'],
    [10, 'WORKING_DAY', 0.8, '2026-10-22 24:00'],
    [5, 'WORKING_DAY', 0.5, '2026-10-15 12:00'],
    [3, 'WORKING_DAY', 0.75, '2026-10-15 06:00'],
    [1, 'WORKING_DAY', 0.5, '2026-10-13 12:00'],
    [5, 'WORKING_DAY', 0.9, '2026-10-19 12:00'],
    [5, 'WORKING_DAY', 1, '2026-10-19 24:00'],
    [5, 'WORKING_DAY', 0, '2026-10-12 24:00'],
    [5, 'CALENDAR_DAY', 0.9, '2026-10-17 12:00'], // due on Monday the 19th (§203)
    [5, 'CALENDAR_DAY', 1, '2026-10-17 24:00'],
  ] as const)('%i %s at %p: %s', (amount, unit, warnShare, expected) => {
    const { warnAt } = dueOf({ amount, unit }, at(start), calendar, { warnShare });
    expect(warnAt).toEqual(at(expected));
  });

  it('a whole day is a whole day, although 0.07 * 100 is 7.000000000000001', () => {
    const limit = { amount: 100, unit: 'WORKING_DAY' } as const;
    const { warnAt } = dueOf(limit, at('2026-10-14 09:00'), calendar, { warnShare: 0.07 });
    expect(warnAt).toEqual(at('2026-10-23 24:00'));
  });

  it.each([
    ['2026-10-14 09:00', '2026-10-16 09:00', '2026-10-20 24:00'],
    ['2026-10-16 09:00', '2026-10-19 09:00', '2026-10-19 24:00'], // begins on the fourth day itself
  ])('T8: days paused from %s until %s do not bring it nearer', (from, until, expected) => {
    const pauses = [{ from: at(from), until: at(until) }];
    const limit = { amount: 5, unit: 'WORKING_DAY' } as const;
    const { warnAt } = dueOf(limit, at(start), calendar, { pauses, warnShare: 0.8 });
    expect(warnAt).toEqual(at(expected));
  });

  it('0 days and minutes: a share of the wall time', () => {
    const noDays = { amount: 0, unit: 'WORKING_DAY' } as const;
    const sameDay = dueOf(noDays, at('2026-10-12 12:00'), calendar, { warnShare: 0.5 });
    expect(sameDay.warnAt).toEqual(at('2026-10-12 18:00'));
    const minutes = { amount: 40, unit: 'MINUTE' } as const;
    const onTheSpot = dueOf(minutes, at(start), calendar, { warnShare: 0.75 });
    expect(onTheSpot.warnAt).toEqual(at('2026-10-12 09:30'));
  });
});
