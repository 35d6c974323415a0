import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { calendarYearsOf, type HolidayTable } from './calendar-year.js';
import { WorkingCalendar } from './calendar.js';
import {
  changedDaysOf,
  daysOfTable,
  noticeOf,
  withNotice,
  type NoticeDay,
} from './calendar-notice.js';
import { missingYearOn } from './missing-year.js';
import { recalculated, type OpenDeadline } from './recalculate.js';

const file = new URL('../../../../apps/api/data/cn-holidays-2016-2026.json', import.meta.url);
const table = JSON.parse(readFileSync(file, 'utf8')) as HolidayTable;
const years = calendarYearsOf(table);
const calendar = new WorkingCalendar(years);
const newYear: NoticeDay = { date: '2027-01-01', kind: 'OFF', name: ' 元旦 ' };

describe('a year’s notice', () => {
  it('is made of days in any order, and of the shipped file', () => {
    const days: NoticeDay[] = [{ date: '2027-02-06', kind: 'WORK', name: '春节' }, newYear];
    expect(noticeOf(2027, days)).toEqual({
      year: 2027,
      off: [['2027-01-01', '元旦']],
      work: [['2027-02-06', '春节']],
    });
    for (const notice of years) {
      expect(noticeOf(notice.year, daysOfTable(table, notice.year))).toEqual(notice);
    }
  });

  it('may reach back into December, but not onto a day of the notice before', () => {
    const december: NoticeDay = { date: '2026-12-31', kind: 'OFF', name: '元旦' };
    expect(withNotice(years, noticeOf(2027, [december, newYear]))).toHaveLength(years.length + 1);
    const taken = { year: 2026, off: [['2026-12-31', '元旦'] as const], work: [] };
    const others = [...years.filter(({ year }) => year !== 2026), taken];
    expect(() => withNotice(others, noticeOf(2027, [december]))).toThrow(
      'calendar.day_of_other_notice',
    );
  });

  it('T18: the first and last day that it changes; nothing where it says the same', () => {
    const after = new WorkingCalendar(withNotice(years, noticeOf(2027, [newYear])));
    expect(changedDaysOf(calendar, after, 2027)).toEqual({
      first: '2027-01-01',
      last: '2027-12-31',
    });
    expect(changedDaysOf(calendar, calendar, 2026)).toBeNull();
  });
});

describe('T1: the year that is missing', () => {
  it.each([
    ['2026-10-31', null],
    ['2026-11-01', 2027],
    ['2026-12-31', 2027],
    ['2027-01-01', 2027],
    ['2025-11-30', null],
  ])('on %s it is %s', (today, missing) => {
    expect(missingYearOn(today, calendar)).toBe(missing);
  });
});

describe('T12: an open deadline under a changed calendar', () => {
  const days = daysOfTable(table, 2026).filter(({ date }) => date !== '2026-10-08');
  const changed = new WorkingCalendar(
    withNotice(
      years,
      noticeOf(2026, [...days, { date: '2026-10-08', kind: 'OFF', name: '国庆节' }]),
    ),
  );
  const open: OpenDeadline = {
    kind: 'TASK',
    state: 'RUNNING',
    limit: { amount: 1, unit: 'WORKING_DAY' },
    startedAt: new Date('2026-09-30T09:00:00+08:00'),
    dueAt: new Date('2026-10-08T24:00:00+08:00'),
    provisional: false,
    pauses: [],
  };
  const now = new Date('2026-10-01T09:00:00+08:00');

  it('moves, or is left alone', () => {
    expect(recalculated(open, calendar, now)).toBeNull();
    expect(recalculated(open, changed, now)).toMatchObject({
      dueAt: new Date('2026-10-09T24:00:00+08:00'),
      moves: true,
      becomesLate: false,
      isRelieved: false,
    });
    const minutes = { amount: 30, unit: 'MINUTE' as const };
    expect(recalculated({ ...open, limit: minutes }, changed, now)).toBeNull();
  });

  it('is relieved where it was late and is not, and late where it was in time', () => {
    const evening = new Date('2026-10-09T20:00:00+08:00');
    expect(recalculated({ ...open, state: 'MISSED' }, changed, evening)?.isRelieved).toBe(true);
    const moved = { ...open, dueAt: new Date('2026-10-09T24:00:00+08:00') };
    expect(recalculated(moved, calendar, evening)).toMatchObject({ becomesLate: true });
  });

  it('T11: a clock that stands still is counted up to where it stopped', () => {
    const pauses = [{ from: new Date('2026-09-30T10:00:00+08:00'), until: null }];
    expect(recalculated({ ...open, state: 'PAUSED', pauses }, changed, now)?.dueAt).toEqual(
      new Date('2026-10-09T24:00:00+08:00'),
    );
  });
});
