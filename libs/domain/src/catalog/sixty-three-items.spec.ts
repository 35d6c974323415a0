import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { AreaLevel } from '../organisation/index.js';
import { brokenRules } from './broken-rules.js';
import { completenessShareOf, missingElements } from './completeness.js';
import {
  fileItemOf,
  rulesOfStandard,
  standardOfFileItem,
  standardOfVersion,
  storedVersionOf,
  type FileItem,
} from './item-shapes.js';
import type { StepHandler, StepRole } from './item.js';
import type { ItemStandard } from './item-standard.js';
import { endsWithinInOrdinaryWeeks } from './limit-sums.js';
import { scopeOf } from './scope.js';

interface Bodies {
  sectionOfOwner: Record<string, string>;
  sectionOfTheme: Record<string, string>;
  upperSteps: [beginsWith: string, handlers: [AreaLevel, string][]][];
}

function read<T>(name: string): T {
  const file = new URL(`../../../../apps/api/data/${name}`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

const { items } = read<{ items: FileItem[] }>('service-items.json');
const bodies = read<Bodies>('demo-bodies.json');

/** As the api does at import: who works on which step. */
function handlersOf(item: FileItem, name: string, role: StepRole): StepHandler[] {
  if (role === 'COUNTER_CLERK' || role === 'COMMUNITY_CLERK') return [];
  if (role === 'BUSINESS_SECTION') {
    const { [item.ownerDepartment]: ofOwner } = bodies.sectionOfOwner;
    return [{ level: 'STREET', body: ofOwner ?? bodies.sectionOfTheme[item.theme] ?? null }];
  }
  const found = bodies.upperSteps.find(([beginsWith]) => name.startsWith(beginsWith));
  return (found?.[1] ?? []).map(([level, body]) => ({ level, body }));
}

/** With what the file leaves to the district: handlers, and the minutes of an INSTANT item (R53). */
function imported(item: FileItem): ItemStandard {
  const steps = item.steps.map((step) => ({
    ...step,
    handlers: handlersOf(item, step.name, step.ownerRole),
  }));
  const isInstant = item.handlingKind === 'INSTANT';
  const standard = { ...item, steps } as FileItem;
  return standardOfFileItem(isInstant ? { ...standard, onTheSpotMinutes: 120 } : standard);
}

const standards = items.map(imported);
const byCode = (code: string): ItemStandard => {
  const found = standards.find((standard) => standard.code === code);
  if (!found) throw new Error(code);
  return found;
};
function countBy(values: readonly (string | null)[]): Record<string, number> {
  const count = (value: string | null) => values.filter((other) => other === value).length;
  return Object.fromEntries([...new Set(values)].map((value) => [String(value), count(value)]));
}

describe('the 63 items of the data file', () => {
  it.each(items)('R33: $code is held without loss, to the letter of the file', (item) => {
    expect(JSON.stringify(fileItemOf(standardOfFileItem(item)))).toBe(JSON.stringify(item));
  });

  it.each(standards)('R33: $code is held without loss as a stored version', (standard) => {
    const stored = storedVersionOf(standard);
    expect(standardOfVersion(stored)).toEqual(standard);
    expect(storedVersionOf(standardOfVersion(stored))).toEqual(stored);
    expect(Object.keys(stored.content)).not.toContain('name');
    expect(stored.content.more).toBeUndefined();
  });

  it.each(standards)('R31, R33: $code can be published', (standard) => {
    expect(missingElements(standard)).toEqual([]);
    expect(brokenRules(standard)).toEqual([]);
    expect(completenessShareOf(standard)).toBe(1);
  });

  it.each(standards)('R52: $code gives the engine what the file says', (standard) => {
    const item = items.find(({ code }) => code === standard.code);
    expect(rulesOfStandard(standard)).toMatchObject({
      level: item?.level,
      handlingKind: item?.handlingKind,
      closure: item?.closure,
      promisedDays: item?.promisedDays,
      statutoryDays: item?.statutoryDays,
    });
  });
});

describe('what the 63 items taught the rules', () => {
  it('R53: the file has no minutes: 19 INSTANT items lack their promise until the district sets it', () => {
    const bare = items.map((item) => standardOfFileItem(item));
    const lacking = bare.filter((standard) =>
      missingElements(standard).some(({ field }) => field === 'limits.promised'),
    );
    expect(lacking).toHaveLength(19);
    expect(lacking.every(({ handlingKind }) => handlingKind === 'INSTANT')).toBe(true);
  });

  it('R31, R45: five UPPER items have no local examination; accepting is what their street does', () => {
    expect(countBy(standards.map(scopeOf))).toEqual({
      LOCAL_CLOSURE: 31,
      LOCAL_EXAMINATION: 27,
      LOCAL_ACCEPTANCE: 5,
    });
    const accepted = standards.filter((standard) => scopeOf(standard) === 'LOCAL_ACCEPTANCE');
    expect(accepted.map(({ code }) => code)).toEqual([
      'EQ-T-07-003',
      'EQ-T-20-010',
      'EQ-T-20-016',
      'EQ-T-01-001',
      'EQ-T-20-017',
    ]);
  });

  it('R31: were their street only to collect papers, none of the five could be published', () => {
    for (const standard of standards.filter((one) => scopeOf(one) === 'LOCAL_ACCEPTANCE')) {
      const [first, ...rest] = standard.steps;
      if (!first) throw new Error(standard.code);
      const steps = [{ ...first, substantive: false }, ...rest];
      const codes = brokenRules({ ...standard, steps }).map(({ code }) => code);
      expect([standard.code, codes]).toEqual([standard.code, ['catalog.no_local_substance']]);
    }
  });

  it('two promise working days under a statutory limit in calendar days, and keep it', () => {
    const mixed = standards.filter(
      ({ limits }) =>
        limits.statutory.amount !== null && limits.statutory.unit !== limits.promised.unit,
    );
    expect(mixed.map(({ code }) => code)).toEqual(['EQ-T-20-016', 'EQ-T-20-017']);
    const withDays = (code: string, amount: number) => {
      const standard = byCode(code);
      const { limits } = standard;
      return {
        ...standard,
        steps: [],
        limits: { ...limits, promised: { ...limits.promised, amount } },
      };
    };
    const beyond = (code: string, amount: number) =>
      brokenRules(withDays(code, amount)).map((its) => its.code);
    expect(beyond('EQ-T-20-016', 11)).toEqual([]);
    expect(beyond('EQ-T-20-016', 12)).toEqual(['catalog.promise_beyond_law']);
    expect(beyond('EQ-T-20-017', 5)).toEqual([]);
    expect(beyond('EQ-T-20-017', 6)).toEqual(['catalog.promise_beyond_law']);
  });

  it('行政许可法 §45: the one permit with a public notice fits it into the 20 days exactly', () => {
    const homestead = byCode('EQ-T-01-002');
    const outside = standards.filter(
      ({ category, specialProcedures }) =>
        category.code === '01' && specialProcedures.some(({ countsInLimit }) => !countsInLimit),
    );
    expect(outside).toEqual([homestead]);
    const { promised, statutory } = homestead.limits;
    expect([promised.amount, statutory.amount]).toEqual([15, 20]);
    const specialProcedures = homestead.specialProcedures.map((its) =>
      its.kind === 'PUBLICITY' ? { ...its, days: its.days + 1 } : its,
    );
    expect(brokenRules({ ...homestead, specialProcedures }).map(({ code }) => code)).toEqual([
      'catalog.pause_without_law',
    ]);
  });

  it('R33: four free items have words on money, and one item asks for no material', () => {
    const worded = standards.filter(({ fee }) => fee && !fee.charged && fee.amount !== null);
    expect(worded).toHaveLength(4);
    const asked = standards.filter(({ materials }) => materials.some(({ copies }) => copies === 0));
    expect(asked.map(({ code, materials }) => [code, materials.length])).toEqual([
      ['EQ-C-20-013', 1],
    ]);
  });

  it('R33: 20 legal bases are whole documents, so an article is not asked for', () => {
    const whole = standards.flatMap(({ legalBases }) => legalBases.filter((b) => b.article === ''));
    expect(whole).toHaveLength(20);
  });

  it('R47: five are convenience services by their theme or because the plan alone asks for them', () => {
    const featured = standards.filter((standard) => standard.class === 'FEATURED');
    expect(featured.map(({ code }) => code)).toEqual(
      [13, 14, 15, 16, 17].map((n) => `EQ-C-20-0${n}`),
    );
  });

  it('A.4: every word for whom they serve has its codes; 个体工商户 are natural persons', () => {
    expect(byCode('EQ-T-01-001').serviceObject).toBe('个体工商户、企业法人');
    expect(byCode('EQ-T-01-001').serviceObjects).toEqual(['1', '2']);
    expect(byCode('EQ-T-10-004').serviceObjects).toEqual(['1', '2', '3', '4', '6']);
    expect(standards.filter(({ serviceObjects }) => serviceObjects.length === 0)).toEqual([]);
  });

  it('D2: every promise is the sum of its steps, and no statutory limit is compared by force', () => {
    for (const { code, handlingKind, steps, limits } of standards) {
      const sum = steps.reduce((days, step) => days + step.days, 0);
      expect([code, sum]).toEqual([code, handlingKind === 'INSTANT' ? 0 : limits.promised.amount]);
    }
    const unknown = standards.filter(({ limits }) => limits.statutory.amount === null);
    expect(unknown).toHaveLength(55);
    expect(endsWithinInOrdinaryWeeks([], { amount: 0, unit: 'WORKING_DAY' })).toBe(true);
  });
});
