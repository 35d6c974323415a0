import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { calendarYearsOf, type HolidayTable } from './calendar-year.js';
import { WorkingCalendar } from './calendar.js';

const file = new URL('../../../../apps/api/data/cn-holidays-2016-2026.json', import.meta.url);
const years = calendarYearsOf(JSON.parse(readFileSync(file, 'utf8')) as HolidayTable);
const calendar = new WorkingCalendar(years);

describe('the kind of a day', () => {
  it.each([
    ['2026-10-08', 'WORKING_DAY', null],
    ['2026-10-11', 'REST_DAY', null],
    ['2026-10-01', 'HOLIDAY', '国庆节'],
    ['2026-10-04', 'HOLIDAY', '国庆节'],
    ['2026-02-14', 'MAKE_UP_WORKING_DAY', '春节'],
    ['2016-01-01', 'HOLIDAY', '元旦'],
    ['2060-12-31', 'WORKING_DAY', null],
  ])('%s is %s', (date, kind, name) => {
    expect(calendar.dayKind(date)).toBe(kind);
    expect(calendar.nameOf(date)).toBe(name);
  });

  it.each([
    [2017, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days by the State Council notice', (year, count) => {
    expect(calendar.workingDaysBetween(`${year}-01-01`, `${year + 1}-01-01`)).toBe(count);
  });

  it('T1: an unpublished year counts Monday to Friday and says so', () => {
    expect(calendar.workingDaysBetween('2027-01-01', '2028-01-01')).toBe(261);
    expect(calendar.isPublished('2026-12-31')).toBe(true);
    expect(calendar.isPublished('2027-01-01')).toBe(false);
    expect(calendar.isProvisionalWithin('2026-01-01', '2026-12-31')).toBe(false);
    expect(calendar.isProvisionalWithin('2026-12-31', '2027-01-01')).toBe(true);
    expect(calendar.isProvisionalWithin('2027-01-02', '2027-01-01')).toBe(false);
  });
});

describe('counting working days', () => {
  it.each([
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 20, '2026-03-19'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 5, '2026-10-13'],
    ['2026-10-03', 1, '2026-10-08'],
    ['2017-06-12', 20, '2017-07-10'],
    ['2026-10-08', 0, '2026-10-08'],
    ['2026-10-03', 0, '2026-10-08'],
    ['2026-12-31', 1, '2027-01-01'], // provisional: New Year's Day 2027 is not published yet
  ])('%s and %i working days is %s', (date, n, then) => {
    expect(calendar.nthWorkingDayAfter(date, n)).toBe(then);
  });

  it('counts a span without its last day', () => {
    expect(calendar.workingDaysBetween('2026-09-28', '2026-10-09')).toBe(4);
    expect(calendar.workingDaysBetween('2026-10-08', '2026-10-08')).toBe(0);
    expect(calendar.workingDaysBetween('2026-10-09', '2026-10-08')).toBe(0);
    expect(calendar.workingDaysBefore('2016-01-01')).toBe(0);
  });
});

describe('what the calendar refuses', () => {
  it.each(['2015-12-31', '2061-01-01'])('%s, outside its years', (date) => {
    expect(() => calendar.dayKind(date)).toThrow('calendar.out_of_range');
    expect(() => calendar.nameOf(date)).toThrow('calendar.out_of_range');
    expect(() => calendar.isPublished(date)).toThrow('calendar.out_of_range');
    expect(() => calendar.isProvisionalWithin(date, date)).toThrow('calendar.out_of_range');
  });

  it('an end beyond its years', () => {
    expect(() => calendar.nthWorkingDayAfter('2060-12-30', 2)).toThrow('calendar.out_of_range');
    expect(() => calendar.workingDaysBefore('2061-01-02')).toThrow('calendar.out_of_range');
    expect(calendar.workingDaysBetween('2060-12-31', '2061-01-01')).toBe(1);
  });

  it.each([-1, 1.5, Number.NaN])('%p working days', (n) => {
    expect(() => calendar.nthWorkingDayAfter('2026-10-08', n)).toThrow('calendar.count_invalid');
  });

  it.each([
    ['a year out of range', 'out_of_range', [{ year: 2015, off: [], work: [] }]],
    [
      'a year twice',
      'year_repeated',
      [
        { year: 2027, off: [], work: [] },
        { year: 2027, off: [], work: [] },
      ],
    ],
    [
      'a day both off and at work',
      'day_contradictory',
      [{ year: 2027, off: [['2027-01-01', '元旦']], work: [['2027-01-01', '元旦']] }],
    ],
    ['another year', 'day_not_of_year', [{ year: 2027, off: [['2026-01-01', '元旦']], work: [] }]],
    ['no date', 'date_invalid', [{ year: 2027, off: [['2027-02-29', '元旦']], work: [] }]],
  ] as const)('T1: a notice with %s', (_what, code, notice) => {
    expect(() => new WorkingCalendar(notice)).toThrow(`calendar.${code}`);
  });

  it('but not a New Year holiday that begins in the old year', () => {
    const reaching = new WorkingCalendar([{ year: 2027, off: [['2026-12-31', '元旦']], work: [] }]);
    expect(reaching.dayKind('2026-12-31')).toBe('HOLIDAY');
    expect(reaching.isPublished('2026-12-31')).toBe(false);
  });
});
