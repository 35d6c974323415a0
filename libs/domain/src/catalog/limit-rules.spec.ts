import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { brokenRules } from './broken-rules.js';
import { standardOfFileItem, type FileItem } from './item-shapes.js';
import type { ItemStandard, StandardLimits } from './item-standard.js';
import { endsWithinInOrdinaryWeeks, stepDaysOf } from './limit-sums.js';

const file = new URL('../../../../apps/api/data/service-items.json', import.meta.url);
const { items } = JSON.parse(readFileSync(file, 'utf8')) as { items: FileItem[] };
function standardOf(code: string): ItemStandard {
  const item = items.find((one) => one.code === code);
  if (!item) throw new Error(code);
  return standardOfFileItem(item);
}

/** 低保: 22 of 30 working days; steps of 0, 1, 11, 0, 10, 0. */
const promised = standardOf('EQ-T-05-001');
/** 就业登记. */
const instant = standardOf('EQ-T-20-011');
/** 食品小作坊登记: a permit, 10 of 20 working days. */
const permit = standardOf('EQ-T-01-001');
/** 居住证: 10 working days, 15 calendar days by law. */
const mixed = standardOf('EQ-T-20-016');

/** With other limits, and steps of these days. */
function limited(item: ItemStandard, its: Partial<StandardLimits>, days?: number[]): ItemStandard {
  const steps = item.steps.map((step, i) => ({ ...step, days: days?.[i] ?? step.days }));
  return { ...item, limits: { ...item.limits, ...its }, steps };
}
const working = <T extends number | null>(amount: T) => ({ amount, unit: 'WORKING_DAY' as const });
const calendar = (amount: number) => ({ amount, unit: 'CALENDAR_DAY' as const });

type Procedure = ItemStandard['specialProcedures'][number];
function proceeding(item: ItemStandard, ...its: Partial<Procedure>[]): ItemStandard {
  const notice = { kind: 'PUBLICITY', name: '公示', ...{ days: 5, countsInLimit: false } };
  const unit = 'WORKING_DAY' as const;
  return { ...item, specialProcedures: its.map((one) => ({ ...notice, unit, ...one })) };
}

const BROKEN: [rule: string, standard: ItemStandard, found: string][] = [
  [
    'days are whole',
    limited(promised, { statutory: working(30.5) }),
    'limit_invalid limits.statutory.amount',
  ],
  [
    'R53: INSTANT promises no days',
    limited(instant, { promised: working(1) }, [0, 1, 0]),
    'instant_with_days limits.promised.amount',
  ],
  [
    'R53: not longer than the hall is open',
    limited(instant, { onTheSpotMinutes: 481 }),
    'minutes_invalid limits.onTheSpotMinutes',
  ],
  [
    'R53: no minutes are no visit',
    limited(instant, { onTheSpotMinutes: 0 }),
    'minutes_invalid limits.onTheSpotMinutes',
  ],
  [
    'R53: INSTANT never pauses',
    proceeding(instant, {}),
    'instant_with_procedure specialProcedures',
  ],
  [
    'T14: a promise of no days is none',
    limited(promised, { promised: working(0) }, [0, 0, 0, 0, 0, 0]),
    'promise_of_no_days limits.promised.amount',
  ],
  ['D2: days nobody has', limited(promised, {}, [0, 1, 10]), 'step_days_differ steps'],
  ['D2: days nobody promised', limited(promised, {}, [0, 1, 12]), 'step_days_differ steps'],
  ['R54: transfer in one day', limited(promised, {}, [0, 2, 10]), 'transfer_too_long steps.1.days'],
  [
    'R75: promised beyond the law',
    limited(promised, { promised: working(31) }, [0, 1, 20]),
    'promise_beyond_law limits.promised.amount',
  ],
  [
    'R75: promised beyond the law in another unit',
    limited(mixed, { promised: working(12) }, [0, 0, 12]),
    'promise_beyond_law limits.promised.amount',
  ],
  [
    '行政许可法 §45: each kind once',
    proceeding(promised, {}, { name: '再公示' }),
    'procedure_invalid specialProcedures.1',
  ],
  ['T14: no days', proceeding(promised, { days: 0 }), 'procedure_invalid specialProcedures.0'],
  ['no name', proceeding(promised, { name: '' }), 'procedure_invalid specialProcedures.0'],
  [
    'a procedure inside the limit is inside the promise',
    proceeding(permit, { days: 11, countsInLimit: true }),
    'procedures_beyond_promise specialProcedures',
  ],
  [
    '行政许可法 §45: a public notice does not stop the law',
    proceeding(permit, { days: 11 }),
    'pause_without_law specialProcedures',
  ],
];

const HOLDS: [rule: string, standard: ItemStandard][] = [
  [
    '行政许可法 §45: an appraisal stops the law',
    proceeding(permit, { kind: 'APPRAISAL', days: 90 }),
  ],
  ['行政许可法 §45: a notice that fits', proceeding(permit, { days: 10 })],
  ['行政许可法 §45: binds permits alone', proceeding(promised, { days: 20 })],
  ['R75: a law nobody found', limited(promised, { statutory: working(null) })],
  ['R75: to the very day', limited(promised, { statutory: working(22) })],
  ['a draft that says no days', limited(promised, { promised: working(null) })],
];

describe('D2, R53, R54, R75: the limits of an item', () => {
  it.each(BROKEN)('%s', (_rule, standard, expected) => {
    expect([promised, instant, permit, mixed].flatMap((one) => brokenRules(one))).toEqual([]);
    const found = brokenRules(standard);
    expect(found.map(({ code, field }) => `${code} ${field}`)).toEqual([`catalog.${expected}`]);
  });

  it.each(HOLDS)('%s: holds', (_rule, standard) => {
    expect(brokenRules(standard)).toEqual([]);
  });
});

describe('R74: steps side by side', () => {
  const step = (days: number, parallelGroup: string | null = null) => ({ days, parallelGroup });

  it.each([
    ['one after another', [step(1), step(4), step(3)], 8],
    ['in one group', [step(1), step(4, '甲'), step(3, '甲')], 5],
    ['in two groups', [step(4, '甲'), step(3, '甲'), step(2, '乙'), step(5, '乙')], 9],
    ['of a group torn apart', [step(3, '甲'), step(2), step(4, '甲')], 9],
    ['of none', [], 0],
  ])('%s', (_how, steps, days) => {
    expect(stepDaysOf(steps)).toBe(days);
  });
});

describe('working and calendar days in ordinary weeks', () => {
  it.each([
    [1, 3, true],
    [5, 7, true],
    [6, 7, false],
    [10, 14, true],
    [10, 13, false],
    // The 15th day after a Friday is a Saturday, so the law’s limit ends on the Monday (民法典 §203).
    [11, 15, true],
    [12, 15, false],
  ])('%d working days end within %d calendar days: %s', (taken, limit, expected) => {
    expect(endsWithinInOrdinaryWeeks([working(taken)], calendar(limit))).toBe(expected);
  });

  it.each([
    [5, 5, true],
    [6, 5, false],
  ])('%d calendar days end within %d working days: %s', (taken, limit, expected) => {
    expect(endsWithinInOrdinaryWeeks([calendar(taken)], working(limit))).toBe(expected);
  });

  it('one after another they add up', () => {
    const taken = [calendar(7), working(15)];
    expect(endsWithinInOrdinaryWeeks(taken, working(19))).toBe(false);
    expect(endsWithinInOrdinaryWeeks(taken, working(20))).toBe(true);
  });
});
