import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { calendarYearsOf, type HolidayTable } from './calendar-year.js';
import { WorkingCalendar } from './calendar.js';
import { addDays } from './local-date.js';

const file = new URL('../../../../apps/api/data/cn-holidays-2016-2026.json', import.meta.url);
const years = calendarYearsOf(JSON.parse(readFileSync(file, 'utf8')) as HolidayTable);
const calendar = new WorkingCalendar(years);

/**
 * T18: where the machine's zone lies west of Greenwich chinese-days is a day off, so it is asked in
 * a process of its own, in a zone where it is right; our own answers come from this one's zone.
 */
function askChineseDays<T>(expression: string, questions: readonly unknown[]): T[] {
  const script = `
    import { readFileSync } from 'node:fs';
    import chineseDays from 'chinese-days';
    const questions = JSON.parse(readFileSync(0, 'utf8'));
    console.log(JSON.stringify(questions.map(${expression})));`;
  const answers = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: import.meta.dirname,
    env: { ...process.env, TZ: 'Asia/Shanghai', NODE_OPTIONS: '' },
    input: JSON.stringify(questions),
    encoding: 'utf8',
  });
  return JSON.parse(answers) as T[];
}

describe('an independent table, chinese-days, agrees', () => {
  it('on every day of 2016–2026', () => {
    const days: string[] = [];
    for (let date = '2016-01-01'; date <= '2026-12-31'; date = addDays(date, 1)) days.push(date);
    const theirs = askChineseDays<boolean>('(day) => chineseDays.isWorkday(day)', days);
    const different = days.filter((day, i) => theirs[i] !== calendar.isWorkingDay(day));
    expect(different).toEqual([]);
    expect(theirs).toHaveLength(4018);
  });

  it('on the nth working day after every third day of 2016–2026', () => {
    const walks: [date: string, n: number][] = [];
    for (let date = '2016-01-01'; date <= '2026-10-15'; date = addDays(date, 3)) {
      walks.push([date, (walks.length * 7) % 31]); // all of 0..30 in turn
    }
    const theirs = askChineseDays<string>('([date, n]) => chineseDays.findWorkday(n, date)', walks);
    const different = walks.flatMap(([date, n], i) => {
      const ours = calendar.nthWorkingDayAfter(date, n);
      return ours === theirs[i] ? [] : [`${date} + ${n}: ${ours}, not ${theirs[i]}`];
    });
    expect(different).toEqual([]);
    expect(theirs).toHaveLength(walks.length);
  });
});
