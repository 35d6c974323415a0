import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { calendarYearsOf, type HolidayTable } from './calendar-year.js';
import { WorkingCalendar } from './calendar.js';
import { dueDateOf, dueOf } from './due.js';
import { endOfLocalDay, instantAt } from './local-date.js';
import type { LimitUnit } from './limit.js';
import type { Pause } from './pause.js';

const file = new URL('../../../../apps/api/data/cn-holidays-2016-2026.json', import.meta.url);
const years = calendarYearsOf(JSON.parse(readFileSync(file, 'utf8')) as HolidayTable);
const calendar = new WorkingCalendar(years);

/** `2026-10-08 09:30` in Shanghai. */
function at(text: string): Date {
  const [date = '', time = ''] = text.split(' ');
  return instantAt(date, time);
}

function dueDate(amount: number, unit: LimitUnit, start: string, pauses: Pause[] = []): string {
  return dueDateOf(dueOf({ amount, unit }, at(start), calendar, { pauses, warnShare: 0.8 }).dueAt);
}

describe('D3, R54: working days after the day of acceptance', () => {
  it.each([
    ['2026-02-13 16:50', 1, '2026-02-14'], // a Friday before a make-up Saturday
    ['2026-09-30 09:00', 1, '2026-10-08'],
    ['2026-09-30 09:00', 5, '2026-10-13'],
    ['2017-06-12 10:00', 20, '2017-07-10'],
    ['2026-10-09 09:00', 1, '2026-10-10'],
    ['2026-10-08 00:00', 1, '2026-10-09'],
    ['2026-10-08 23:59', 1, '2026-10-09'],
  ])('%s and %i: the end of %s', (start, amount, last) => {
    const { dueAt } = dueOf({ amount, unit: 'WORKING_DAY' }, at(start), calendar, { warnShare: 1 });
    expect(dueAt).toEqual(endOfLocalDay(last));
  });

  it.each([
    ['2026-10-03 20:15', 1, '2026-10-08'],
    ['2026-10-10 23:59', 1, '2026-10-12'],
    ['2026-10-11 03:00', 3, '2026-10-14'],
  ])(
    'D4, R59, T6: received outside working hours at %s, day 1 is the next working day',
    (...row) => {
      const [start, amount, last] = row;
      expect(dueDate(amount, 'WORKING_DAY', start)).toBe(last);
    },
  );

  it.each([
    ['2026-10-08 09:00', '2026-10-08'],
    ['2026-10-03 09:00', '2026-10-08'],
    ['2026-02-14 23:59', '2026-02-14'],
    ['2026-10-11 12:00', '2026-10-12'],
  ])('T14, R58: 0 days from %s end with the same or the next working day', (start, last) => {
    expect(dueDate(0, 'WORKING_DAY', start)).toBe(last);
  });
});

describe('民法典 §201–203: calendar days', () => {
  it.each([
    ['2026-10-12 09:00', 3, '2026-10-15'],
    ['2025-12-22 09:00', 10, '2026-01-04'], // New Year's Day, two more days off, a make-up Sunday
    ['2026-09-24 09:00', 7, '2026-10-08'],
    ['2026-10-09 09:00', 1, '2026-10-10'], // a make-up Saturday is no rest day
    ['2026-10-16 09:00', 1, '2026-10-19'],
    ['2026-10-10 09:00', 0, '2026-10-10'],
    ['2026-10-11 09:00', 0, '2026-10-12'],
  ])('%s and %i: the end of %s', (start, amount, last) => {
    expect(dueDate(amount, 'CALENDAR_DAY', start)).toBe(last);
  });
});

describe('minutes', () => {
  it('are wall time, over midnight and over pauses, even open ones (R53)', () => {
    const pauses = [{ from: at('2026-10-08 23:40'), until: null }];
    const limit = { amount: 45, unit: 'MINUTE' } as const;
    const { dueAt } = dueOf(limit, at('2026-10-08 23:30'), calendar, { pauses, warnShare: 0.5 });
    expect(dueAt).toEqual(at('2026-10-09 00:15'));
  });
});

describe('T1: what depends on an unpublished year is provisional', () => {
  it.each([
    ['2026-12-25 09:00', 4, 'WORKING_DAY', false], // ends on 2026-12-31
    ['2026-12-25 09:00', 5, 'WORKING_DAY', true],
    ['2026-12-24 09:00', 7, 'CALENDAR_DAY', false],
    ['2026-12-25 09:00', 7, 'CALENDAR_DAY', true],
    ['2026-12-31 09:00', 0, 'WORKING_DAY', false],
    ['2027-01-04 09:00', 0, 'WORKING_DAY', true],
    ['2026-12-31 09:00', 1, 'WORKING_DAY', true],
    ['2026-12-31 23:50', 5, 'MINUTE', false],
    ['2026-12-31 23:50', 30, 'MINUTE', true],
    ['2027-03-01 09:00', 30, 'MINUTE', false],
  ] as const)('%s and %i %s: %p', (start, amount, unit, provisional) => {
    const due = dueOf({ amount, unit }, at(start), calendar, { warnShare: 0.8 });
    expect(due.provisional).toBe(provisional);
  });

  it('but not on the year of the start alone, whose days do not count', () => {
    const only2028 = new WorkingCalendar([{ year: 2028, off: [['2028-01-01', '元旦']], work: [] }]);
    const limit = { amount: 1, unit: 'WORKING_DAY' } as const;
    const due = dueOf(limit, at('2027-12-31 09:00'), only2028, { warnShare: 0.8 });
    expect([dueDateOf(due.dueAt), due.provisional]).toEqual(['2028-01-03', false]);
  });

  it('T12: the published notice moves the date and clears the mark', () => {
    const notice = { year: 2027, off: [['2027-01-01', '元旦']], work: [] } as const;
    const limit = { amount: 5, unit: 'WORKING_DAY' } as const;
    const options = { warnShare: 0.8 };
    const guessed = dueOf(limit, at('2026-12-25 09:00'), calendar, options);
    const known = dueOf(
      limit,
      at('2026-12-25 09:00'),
      new WorkingCalendar([...years, notice]),
      options,
    );
    expect([dueDateOf(guessed.dueAt), guessed.provisional]).toEqual(['2027-01-01', true]);
    expect([dueDateOf(known.dueAt), known.provisional]).toEqual(['2027-01-04', false]);
  });
});

describe('T8: a pause swallows exactly the day-ends that lie inside it', () => {
  const start = '2026-10-12 09:00'; // a Monday; 5 working days end on 2026-10-19
  it.each([
    ['within a day', '2026-10-13 09:00', '2026-10-13 17:00', '2026-10-19'],
    ['over one midnight', '2026-10-13 23:59', '2026-10-14 00:01', '2026-10-20'],
    ['exactly one whole day', '2026-10-13 00:00', '2026-10-14 00:00', '2026-10-20'],
    ['over three day-ends', '2026-10-13 17:00', '2026-10-16 09:00', '2026-10-22'],
    ['over a weekend', '2026-10-16 18:00', '2026-10-19 08:00', '2026-10-20'],
    ['only on the weekend', '2026-10-17 08:00', '2026-10-19 08:00', '2026-10-19'],
    ['on the start day', '2026-10-12 10:00', '2026-10-13 09:00', '2026-10-19'],
    ['before the start', '2026-10-01 10:00', '2026-10-12 08:00', '2026-10-19'],
    ['on the due date, into the next', '2026-10-19 17:00', '2026-10-20 09:00', '2026-10-20'],
    ['from the due instant', '2026-10-20 00:00', '2026-10-27 00:00', '2026-10-19'],
    ['of no length', '2026-10-14 09:00', '2026-10-14 09:00', '2026-10-19'],
  ])('%s', (_where, from, until, last) => {
    const pause = { from: at(from), until: at(until) };
    expect(dueDate(5, 'WORKING_DAY', start, [pause])).toBe(last);
  });

  it('T9, T11: several pauses add up, and overlaps count once', () => {
    const first = { from: at('2026-10-13 09:00'), until: at('2026-10-15 09:00') };
    const overlapping = { from: at('2026-10-14 09:00'), until: at('2026-10-16 09:00') };
    const later = { from: at('2026-10-20 09:00'), until: at('2026-10-21 09:00') };
    const pauses = [later, overlapping, first, first];
    expect(dueDate(5, 'WORKING_DAY', start, pauses)).toBe('2026-10-23');
  });

  it('a calendar-day limit never rolls over into a pause', () => {
    const pause = { from: at('2026-10-18 09:00'), until: at('2026-10-21 09:00') };
    // day 5 is Saturday 10-17, before the pause; 10-19 and 10-20 are swallowed
    expect(dueDate(5, 'CALENDAR_DAY', start, [pause])).toBe('2026-10-21');
  });

  it('an open pause, and only an open one, ends as of the stated instant', () => {
    const closed = { from: at('2026-10-13 09:00'), until: at('2026-10-13 17:00') };
    const pauses = [closed, { from: at('2026-10-14 09:00'), until: null }];
    const limit = { amount: 5, unit: 'WORKING_DAY' } as const;
    const asOf = at('2026-10-16 10:00');
    const { dueAt } = dueOf(limit, at(start), calendar, { pauses, warnShare: 0.8, asOf });
    expect(dueDateOf(dueAt)).toBe('2026-10-21');
  });
});

describe('what is refused', () => {
  const start = at('2026-10-12 09:00');
  const limit = { amount: 5, unit: 'WORKING_DAY' } as const;

  it.each([-1, 3661, 1.5, Number.NaN])('a limit of %p', (amount) => {
    const impossible = { amount, unit: 'WORKING_DAY' } as const;
    expect(() => dueOf(impossible, start, calendar, { warnShare: 1 })).toThrow(
      'deadline.limit_invalid',
    );
  });

  it.each([-0.1, 1.1, Number.NaN])('a warning share of %p', (warnShare) => {
    expect(() => dueOf(limit, start, calendar, { warnShare })).toThrow(
      'deadline.warn_share_invalid',
    );
  });

  it('T11: an open pause without an instant, rather than a date that is not true', () => {
    const pauses = [{ from: at('2026-10-14 09:00'), until: null }];
    expect(() => dueOf(limit, start, calendar, { pauses, warnShare: 1 })).toThrow(
      'deadline.paused_without_instant',
    );
  });

  it('a pause that ends before it begins', () => {
    const pauses = [{ from: at('2026-10-14 09:00'), until: at('2026-10-14 08:00') }];
    expect(() => dueOf(limit, start, calendar, { pauses, warnShare: 1 })).toThrow(
      'deadline.pause_reversed',
    );
  });

  it('a start outside the calendar', () => {
    expect(() => dueOf(limit, at('2015-12-31 09:00'), calendar, { warnShare: 1 })).toThrow(
      'calendar.out_of_range',
    );
  });
});
