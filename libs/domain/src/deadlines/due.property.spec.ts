import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarYearsOf, type HolidayTable } from './calendar-year.js';
import { WorkingCalendar } from './calendar.js';
import { dueDateOf, dueOf } from './due.js';
import { explainDue } from './explain.js';
import { localDateOf } from './local-date.js';
import type { Limit } from './limit.js';
import type { Pause } from './pause.js';

const file = new URL('../../../../apps/api/data/cn-holidays-2016-2026.json', import.meta.url);
const table = JSON.parse(readFileSync(file, 'utf8')) as HolidayTable;
const calendar = new WorkingCalendar(calendarYearsOf(table));

const seed = Number(process.env.YIKOU_SEED ?? Date.now() % 2 ** 31);
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/**
 * The oracle walks day-ends as instants and reads the holiday file itself; it shares no code with
 * the calculator. A day here is its number since 1970-01-01 in Shanghai.
 */
const dayEnd = (day: number) => (day + 1) * DAY - 8 * 60 * MINUTE;
const dayOf = (instant: number) => Math.floor((instant + 8 * 60 * MINUTE) / DAY);
const namedDays = new Map<string, boolean>();
for (const { off, work } of Object.values(table.years)) {
  for (const [date] of off) namedDays.set(date, false);
  for (const [date] of work) namedDays.set(date, true);
}
const known = new Map<number, boolean>();
function isWorking(day: number): boolean {
  const before = known.get(day);
  if (before !== undefined) return before;
  const date = new Date(day * DAY);
  const working =
    namedDays.get(date.toISOString().slice(0, 10)) ?? ![0, 6].includes(date.getUTCDay());
  known.set(day, working);
  return working;
}

function walkedDueAt({ amount, unit }: Limit, start: Date, pauses: readonly Pause[]): number {
  const runs = (day: number) =>
    !pauses.some(({ from, until }) => +from < dayEnd(day) && dayEnd(day) <= Number(until));
  let day = dayOf(+start);
  for (let passed = 0; passed < amount;) {
    day += 1;
    if (runs(day) && (unit === 'CALENDAR_DAY' || isWorking(day))) passed += 1;
  }
  while (!(runs(day) && isWorking(day))) day += 1;
  return dayEnd(day);
}

/** Whole days are as likely as odd minutes: 00:00 is where an off-by-one hides. */
const minuteOfDay = fc.oneof(fc.constantFrom(0, 1, 1439), fc.integer({ min: 0, max: 1439 }));
const startOf = (firstYear: number, lastYear: number) =>
  fc
    .tuple(
      fc.integer({
        min: dayOf(Date.UTC(firstYear, 0, 10)),
        max: dayOf(Date.UTC(lastYear, 11, 31)),
      }),
      minuteOfDay,
    )
    .map(([day, minute]) => new Date(dayEnd(day - 1) + minute * MINUTE));
const anyLimit = fc.record({
  amount: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 25 }) },
    { weight: 2, arbitrary: fc.integer({ min: 26, max: 120 }) },
  ),
  unit: fc.constantFrom('WORKING_DAY' as const, 'CALENDAR_DAY' as const),
});
/** Days after the start, minute, days long, minute it ends. */
const anyPause = fc.tuple(
  fc.integer({ min: -4, max: 45 }),
  minuteOfDay,
  fc.integer({ min: 0, max: 20 }),
  minuteOfDay,
);
const anyCase = fc
  .tuple(startOf(2016, 2028), anyLimit, fc.array(anyPause, { maxLength: 4 }))
  .map(([start, limit, spans]) => ({
    start,
    limit,
    pauses: spans.map(([after, fromMinute, length, untilMinute]): Pause => {
      const midnight = dayEnd(dayOf(+start) + after - 1);
      const from = midnight + fromMinute * MINUTE;
      const until = midnight + length * DAY + untilMinute * MINUTE;
      return { from: new Date(from), until: new Date(Math.max(from, until)) };
    }),
  }));

const dueAtOf = (limit: Limit, start: Date, pauses: readonly Pause[]) =>
  dueOf(limit, start, calendar, { pauses, warnShare: 0.8 }).dueAt;

/** A failure prints the seed and the path; YIKOU_SEED=<seed> repeats it. */
const check = (property: fc.IProperty<unknown>, numRuns: number): void =>
  fc.assert(property, { seed, numRuns });

describe(`dueOf over random cases (YIKOU_SEED=${seed})`, () => {
  it('T4: agrees with a walk over the day-ends', () => {
    const agrees = fc.property(anyCase, ({ start, limit, pauses }) => {
      expect(+dueAtOf(limit, start, pauses)).toBe(walkedDueAt(limit, start, pauses));
    });
    check(agrees, 12_000);
  });

  it('T8: one more pause never shortens a limit', () => {
    const never = fc.property(anyCase, ({ start, limit, pauses }) => {
      const before = dueAtOf(limit, start, pauses.slice(1));
      expect(+dueAtOf(limit, start, pauses)).toBeGreaterThanOrEqual(+before);
    });
    check(never, 3000);
  });

  it('T8: a pause over k whole working days moves the due date by exactly k', () => {
    const exactly = fc.property(
      startOf(2016, 2028),
      fc.integer({ min: 1, max: 60 }),
      fc.tuple(fc.nat(), minuteOfDay, fc.integer({ min: 0, max: 30 }), minuteOfDay),
      (start, amount, [position, fromMinute, length, untilMinute]) => {
        const limit = { amount, unit: 'WORKING_DAY' } as const;
        const plain = dueDateOf(dueAtOf(limit, start, []));
        const startDay = dayOf(+start);
        const running = dayOf(+dueAtOf(limit, start, [])) - 1 - startDay;
        const firstDay = startDay + 1 + (position % running);
        const from = dayEnd(firstDay - 1) + fromMinute * MINUTE;
        const until = dayEnd(firstDay + length - 1) + untilMinute * MINUTE;
        fc.pre(from <= until);
        const pause = { from: new Date(from), until: new Date(until) };
        const pausedDays = Array.from({ length }, (_, i) => firstDay + i);
        const k = pausedDays.filter(isWorking).length;
        const moved = dueDateOf(dueAtOf(limit, start, [pause]));
        expect(moved).toBe(k === 0 ? plain : calendar.nthWorkingDayAfter(plain, k));
      },
    );
    check(exactly, 3000);
  });

  it('T9, T11: how the pauses are cut, ordered or repeated moves nothing', () => {
    const nothing = fc.property(anyCase, fc.double({ min: 0, max: 1, noNaN: true }), (c, share) => {
      const cut = c.pauses.flatMap(({ from, until }): Pause[] => {
        const middle = new Date(+from + Math.floor((Number(until) - +from) * share));
        return [
          { from: middle, until },
          { from, until: middle },
        ];
      });
      const whole = dueAtOf(c.limit, c.start, c.pauses);
      expect(dueAtOf(c.limit, c.start, [...cut, ...c.pauses].reverse())).toEqual(whole);
    });
    check(nothing, 2000);
  });

  it('warns between the start and the due, never earlier for a larger share', () => {
    const between = fc.property(
      anyCase,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      ({ start, limit, pauses }, a, b) => {
        const [small, large] = a < b ? [a, b] : [b, a];
        const early = dueOf(limit, start, calendar, { pauses, warnShare: small });
        const late = dueOf(limit, start, calendar, { pauses, warnShare: large });
        const inOrder = [start, early.warnAt, late.warnAt, late.dueAt].map(Number);
        expect(inOrder).toEqual([...inOrder].sort((x, y) => x - y));
      },
    );
    check(between, 2000);
  });

  it('explains itself: from the start to the due, N days counted, the pauses marked', () => {
    const explains = fc.property(anyCase, ({ start, limit, pauses }) => {
      const days = explainDue(limit, start, calendar, pauses);
      const counted = days.filter((day) => day.counted);
      const { dueAt, provisional } = dueOf(limit, start, calendar, { pauses, warnShare: 0.8 });
      expect(days[0]).toMatchObject({ date: localDateOf(start), counted: false });
      expect(days.at(-1)).toMatchObject({ date: dueDateOf(dueAt), paused: false });
      expect(counted.map(({ ordinal }) => ordinal)).toEqual(counted.map((_, i) => i + 1));
      expect(counted.length).toBe(limit.amount);
      if (limit.unit === 'WORKING_DAY' && limit.amount > 0) expect(days.at(-1)?.counted).toBe(true);
      const marked = days.some((day, i) => day.provisional && (i > 0 || limit.amount === 0));
      expect(marked).toBe(provisional);
    });
    check(explains, 1200);
  });
});
