import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import chineseDays from 'chinese-days';
import { calendarYearsOf, type HolidayTable } from './calendar-year.js';
import { WorkingCalendar } from './calendar.js';
import { addDays } from './local-date.js';

const file = new URL('../../../../apps/api/data/cn-holidays-2016-2026.json', import.meta.url);
const years = calendarYearsOf(JSON.parse(readFileSync(file, 'utf8')) as HolidayTable);
const calendar = new WorkingCalendar(years);

/**
 * T18: where the machine's zone lies west of Greenwich chinese-days is a day off, in `isWorkday` as
 * in `findWorkday`; there it can prove nothing.
 */
const zoneIsEast = new Date('2026-01-01T00:00:00Z').getTimezoneOffset() <= 0;
const describeWhereRight = zoneIsEast ? describe : describe.skip;

describeWhereRight('an independent table, chinese-days, agrees', () => {
  it('on every day of 2016–2026', () => {
    const different: string[] = [];
    let compared = 0;
    for (let date = '2016-01-01'; date <= '2026-12-31'; date = addDays(date, 1)) {
      compared += 1;
      if (chineseDays.isWorkday(date) !== calendar.isWorkingDay(date)) different.push(date);
    }
    expect(different).toEqual([]);
    expect(compared).toBe(4018);
  });

  it('on the nth working day after every third day of 2016–2026', () => {
    const different: string[] = [];
    let n = 0;
    for (let date = '2016-01-01'; date <= '2026-10-15'; date = addDays(date, 3)) {
      n = (n + 7) % 31; // all of 0..30 in turn
      const ours = calendar.nthWorkingDayAfter(date, n);
      const theirs = chineseDays.findWorkday(n, date);
      if (ours !== theirs) different.push(`${date} + ${n}: ${ours}, not ${theirs}`);
    }
    expect(different).toEqual([]);
  });
});
