import { describe, expect, it } from '@jest/globals';
import { WorkingCalendar } from './calendar.js';
import { type ExplainedDay, explainDue } from './explain.js';
import { instantAt } from './local-date.js';
import type { LimitUnit } from './limit.js';
import type { Pause } from './pause.js';

const nationalDay = ['01', '02', '03', '04', '05', '06', '07'] as const;
const calendar = new WorkingCalendar([
  {
    year: 2026,
    off: nationalDay.map((day) => [`2026-10-${day}`, '国庆节'] as const),
    work: [['2026-10-10', '国庆节']],
  },
]);

function at(text: string): Date {
  const [date = '', time = ''] = text.split(' ');
  return instantAt(date, time);
}

/** `10-08 2` is the second counted day; `-` not counted, `‖` paused, `?` provisional. */
function shortly({ date, ordinal, paused, provisional }: ExplainedDay): string {
  return `${date.slice(5)} ${ordinal ?? '-'}${paused ? '‖' : ''}${provisional ? '?' : ''}`;
}

function explained(amount: number, unit: LimitUnit, start: string, pauses: Pause[] = []) {
  return explainDue({ amount, unit }, at(start), calendar, pauses).map(shortly);
}

describe('a due date explains itself day by day', () => {
  it('names the kind of each day', () => {
    const limit = { amount: 3, unit: 'WORKING_DAY' } as const;
    const days = explainDue(limit, at('2026-10-07 09:00'), calendar, []);
    expect(days.map(({ date, kind, name }) => [date.slice(5), kind, name])).toEqual([
      ['10-07', 'HOLIDAY', '国庆节'],
      ['10-08', 'WORKING_DAY', null],
      ['10-09', 'WORKING_DAY', null],
      ['10-10', 'MAKE_UP_WORKING_DAY', '国庆节'],
    ]);
    expect(days.map(({ counted }) => counted)).toEqual([false, true, true, true]);
  });

  it('D3: the day of acceptance does not count, nor do rest days', () => {
    const days = ['10-09 -', '10-10 1', '10-11 -', '10-12 2', '10-13 3'];
    expect(explained(3, 'WORKING_DAY', '2026-10-09 09:00')).toEqual(days);
  });

  it('T8: paused days are marked and not counted', () => {
    const pause = { from: at('2026-10-13 15:00'), until: at('2026-10-15 09:00') };
    const days = ['10-12 -', '10-13 -‖', '10-14 -‖', '10-15 1', '10-16 2'];
    expect(explained(2, 'WORKING_DAY', '2026-10-12 09:00', [pause])).toEqual(days);
  });

  it('民法典 §203: days rolled over after the Nth are not counted', () => {
    const days = ['10-15 -', '10-16 1', '10-17 2', '10-18 -', '10-19 -'];
    expect(explained(2, 'CALENDAR_DAY', '2026-10-15 09:00')).toEqual(days);
  });

  it('T1: days of an unpublished year are provisional', () => {
    const days = ['12-30 -', '12-31 1', '01-01 2?'];
    expect(explained(2, 'WORKING_DAY', '2026-12-30 09:00')).toEqual(days);
  });

  it('T14, R58: 0 days and minutes count no day', () => {
    expect(explained(0, 'WORKING_DAY', '2026-10-17 09:00')).toEqual([
      '10-17 -',
      '10-18 -',
      '10-19 -',
    ]);
    const open = { from: at('2026-10-12 09:10'), until: null };
    expect(explained(30, 'MINUTE', '2026-10-12 09:00', [open])).toEqual(['10-12 -']);
  });

  it('an open pause needs an instant', () => {
    const limit = { amount: 2, unit: 'WORKING_DAY' } as const;
    const pauses = [{ from: at('2026-10-13 09:00'), until: null }];
    const start = at('2026-10-12 09:00');
    expect(() => explainDue(limit, start, calendar, pauses)).toThrow(
      'deadline.paused_without_instant',
    );
    const days = explainDue(limit, start, calendar, pauses, at('2026-10-14 10:00'));
    expect(days.map(shortly)).toEqual(['10-12 -', '10-13 -‖', '10-14 1', '10-15 2']);
  });
});
