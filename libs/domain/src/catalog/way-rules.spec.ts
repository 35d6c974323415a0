import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { brokenRules } from './broken-rules.js';
import { standardOfFileItem, type FileItem } from './item-shapes.js';
import type { ItemStandard, StandardStep } from './item-standard.js';
import { scopeOf } from './scope.js';
import { emptyStandard } from './empty-standard.js';

const file = new URL('../../../../apps/api/data/service-items.json', import.meta.url);
const { items } = JSON.parse(readFileSync(file, 'utf8')) as { items: FileItem[] };
function standardOf(code: string): ItemStandard {
  const item = items.find((one) => one.code === code);
  if (!item) throw new Error(code);
  return standardOfFileItem(item);
}

/** 低保: UPPER; intake, transfer 1, section 11, upload, district 10, delivery. */
const upper = standardOf('EQ-T-05-001');
/** 食品小作坊登记: UPPER; intake, upload, district 10, delivery. */
const straightUp = standardOf('EQ-T-01-001');
/** 就业登记: INSTANT, LOCAL; three steps at the counter. */
const instant = standardOf('EQ-T-20-011');

function withStep(item: ItemStandard, index: number, change: Partial<StandardStep>): ItemStandard {
  const steps = item.steps.map((step, i) => (i === index ? { ...step, ...change } : step));
  return { ...item, steps };
}
const findingsOf = (standard: ItemStandard) =>
  brokenRules(standard).map(({ code, field }) => `${code.replace('catalog.', '')} ${field}`);

const AT_DISTRICT = { level: 'DISTRICT', body: 'MZJ' } as const;
const AT_STREET = { level: 'STREET', body: 'MZ' } as const;
const twoSteps = {
  ...instant,
  steps: instant.steps.slice(0, 2).map((step) => ({ ...step, substantive: false })),
};

const BROKEN: [rule: string, standard: ItemStandard, found: string][] = [
  ['R12, R57: intake, work and delivery', twoSteps, 'way_too_short steps'],
  [
    'R31: a transfer is no substance',
    withStep(upper, 1, { substantive: true }),
    'step_not_substantive steps.1.substantive',
  ],
  [
    'R31: an upload is no substance',
    withStep(upper, 3, { substantive: true }),
    'step_not_substantive steps.3.substantive',
  ],
  [
    'R31: a delivery is no substance',
    withStep(upper, 5, { substantive: true }),
    'step_not_substantive steps.5.substantive',
  ],
  [
    'R31: a street that only collects papers does not list an UPPER item',
    withStep(straightUp, 0, { substantive: false }),
    'no_local_substance steps',
  ],
  [
    'R31: what is accepted above is not local',
    withStep(straightUp, 0, { role: 'UPPER_DEPARTMENT', handlers: [AT_DISTRICT] }),
    'no_local_substance steps',
  ],
  ['R45: LOCAL stays local', { ...upper, closure: 'LOCAL' }, 'local_with_upper_step steps.4'],
  ['R58: UPPER goes up', { ...instant, closure: 'UPPER' }, 'upper_without_upper_step closure'],
  [
    'R53: INSTANT is not handed on',
    withStep(instant, 1, { role: 'BUSINESS_SECTION', handlers: [AT_STREET] }),
    'instant_handed_on steps.1.role',
  ],
  [
    'R74: one step is no group',
    withStep(upper, 2, { parallelGroup: '联审' }),
    'parallel_group_invalid steps.2.parallelGroup',
  ],
  [
    'R74: the delivery follows everything',
    withStep(withStep(upper, 4, { parallelGroup: '甲' }), 5, { parallelGroup: '甲' }),
    'parallel_group_invalid steps.4.parallelGroup',
  ],
];

describe('R31, R45, R53, R74: the way of a case', () => {
  it.each(BROKEN)('%s', (_rule, standard, found) => {
    expect([upper, straightUp, instant].flatMap(findingsOf)).toEqual([]);
    expect(findingsOf(standard)).toEqual([found]);
  });

  it('R52: an INSTANT item closed above goes up', () => {
    const { limits } = straightUp;
    const promised = { amount: 0, unit: 'WORKING_DAY' } as const;
    const goesUp: ItemStandard = {
      ...straightUp,
      handlingKind: 'INSTANT',
      limits: { ...limits, promised, onTheSpotMinutes: 60 },
      steps: straightUp.steps.map((step) => ({ ...step, days: 0, substantive: false })),
      specialProcedures: [],
    };
    expect(findingsOf(withStep(goesUp, 0, { substantive: true }))).toEqual([]);
  });

  it('R74: a group that is torn apart is named at its second piece', () => {
    const [first, transfer, section, ...rest] = upper.steps as [
      StandardStep,
      StandardStep,
      StandardStep,
    ];
    const one = { ...section, days: 11, parallelGroup: '联审' };
    const two = { ...section, name: '联审二', days: 0, parallelGroup: '联审' };
    const alone = { ...section, name: '汇总', days: 0 };
    const joined = { ...upper, steps: [first, transfer, one, two, alone, ...rest] };
    expect(findingsOf(joined)).toEqual([]);
    const torn = { ...upper, steps: [first, transfer, one, two, alone, two, ...rest] };
    expect(findingsOf(torn)).toEqual(['parallel_group_invalid steps.5.parallelGroup']);
  });
});

describe('R31, R45: by which criterion an item enters', () => {
  it.each([
    ['LOCAL_CLOSURE', instant],
    ['LOCAL_EXAMINATION', upper],
    ['LOCAL_ACCEPTANCE', straightUp],
    ['OUT_OF_SCOPE', withStep(straightUp, 0, { substantive: false })],
    [null, emptyStandard({ code: 'EQ-1', name: '新事项', level: 'STREET' })],
  ])('%s', (scope, standard) => {
    expect(scopeOf(standard)).toBe(scope);
  });

  it('a step that goes on above is not the own level’s alone', () => {
    const shared = withStep(upper, 2, { handlers: [AT_STREET, AT_DISTRICT] });
    expect(scopeOf(shared)).toBe('LOCAL_ACCEPTANCE');
  });

  it('for a community the street is above', () => {
    const transferred = standardOf('EQ-C-20-017');
    expect(scopeOf(transferred)).toBe('LOCAL_EXAMINATION');
    const atStreet = { role: 'UPPER_DEPARTMENT' as const, handlers: [AT_STREET] };
    expect(scopeOf(withStep(transferred, 1, atStreet))).toBe('LOCAL_ACCEPTANCE');
  });

  it('a section without handlers yet is the street’s', () => {
    const checked = withStep(standardOf('EQ-C-20-018'), 1, { substantive: false });
    expect(checked.steps[2]).toMatchObject({ role: 'BUSINESS_SECTION', handlers: [] });
    expect(scopeOf(checked)).toBe('LOCAL_ACCEPTANCE');
    expect(scopeOf({ ...checked, level: 'STREET' })).toBe('LOCAL_EXAMINATION');
  });
});
