import type { DayUnit, Step } from './item.js';
import type { StandardStep } from './item-standard.js';

/** An amount of working or calendar days. */
export interface Days {
  amount: number;
  unit: DayUnit;
}

/**
 * The days that a case takes step after step, in the unit of the promised limit: steps of one parallel
 * group run side by side and count their longest (R74), levels inside one step share its days.
 */
export function stepDaysOf(steps: readonly (Pick<Step, 'days'> & Grouped)[]): number {
  let sum = 0;
  for (const run of parallelRunsOf(steps)) {
    sum += Math.max(...run.map((index) => steps[index]?.days ?? 0));
  }
  return sum;
}

type Grouped = Partial<Pick<StandardStep, 'parallelGroup'>>;

/** The positions of the steps, those of one parallel group together where they stand side by side. */
export function parallelRunsOf(steps: readonly Grouped[]): number[][] {
  const runs: number[][] = [];
  steps.forEach(({ parallelGroup }, index) => {
    const sharesRun =
      index > 0 && parallelGroup && steps[index - 1]?.parallelGroup === parallelGroup;
    if (sharesRun) runs.at(-1)?.push(index);
    else runs.push([index]);
  });
  return runs;
}

const WEEK = 7;
const MONDAY_TO_FRIDAY = 5;
const isWorking = (day: number) => day % WEEK < MONDAY_TO_FRIDAY;

/**
 * Whether days taken one after another end no later than a limit, whichever day of the week they begin.
 *
 * Equal units compare by their amounts. Working and calendar days compare only by a calendar; a rule
 * about a text has none, so it takes ordinary weeks, in which a limit that ends on a rest day ends on
 * the next working day (民法典 §203). Across a holiday a promise in working days may outlast a
 * statutory limit in calendar days all the same: therefore a case carries both clocks.
 */
export function endsWithinInOrdinaryWeeks(taken: readonly Days[], limit: Days): boolean {
  const counted = taken.filter(({ amount }) => amount > 0);
  if (counted.every(({ unit }) => unit === limit.unit)) {
    return counted.reduce((sum, { amount }) => sum + amount, 0) <= limit.amount;
  }
  for (let start = 0; start < WEEK; start += 1) {
    const end = counted.reduce((day, days) => lastDayOf(days, day), start);
    if (workingDayFrom(end) > workingDayFrom(lastDayOf(limit, start))) return false;
  }
  return true;
}

/** Days are numbered from a Monday; the day it starts on does not count. */
function lastDayOf({ amount, unit }: Days, start: number): number {
  if (unit === 'CALENDAR_DAY') return start + amount;
  let day = start;
  for (let passed = 0; passed < amount;) {
    day += 1;
    if (isWorking(day)) passed += 1;
  }
  return day;
}

function workingDayFrom(day: number): number {
  let end = day;
  while (!isWorking(end)) end += 1;
  return end;
}
