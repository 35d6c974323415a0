import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { brokenRules } from './broken-rules.js';
import { completenessShareOf, missingElements, STANDARD_ELEMENTS } from './completeness.js';
import { emptyStandard } from './empty-standard.js';
import { standardOfFileItem, type FileItem } from './item-shapes.js';
import type { ItemStandard, StandardStep } from './item-standard.js';

const file = new URL('../../../../apps/api/data/service-items.json', import.meta.url);
const { items } = JSON.parse(readFileSync(file, 'utf8')) as { items: [FileItem, ...FileItem[]] };
const read = standardOfFileItem(items[0]);
const somebody = { level: 'STREET', body: 'MZ' } as const;
const whole: ItemStandard = {
  ...read,
  steps: read.steps.map((step) => ({ ...step, handlers: [somebody] })),
};

const withStep = (index: number, change: Partial<StandardStep>): Partial<ItemStandard> => ({
  steps: whole.steps.map((step, i) => (i === index ? { ...step, ...change } : step)),
});
const withLimits = (its: Partial<ItemStandard['limits']>): Partial<ItemStandard> => ({
  limits: { ...whole.limits, ...its },
});
const unsaid = { amount: null, unit: 'WORKING_DAY' } as const;

const MISSING: [element: string, change: Partial<ItemStandard>, field: string][] = [
  ['R33: the name', { name: ' ' }, 'name'],
  ['R33: the category', { category: { code: '', name: '' } }, 'category'],
  ['R33: its code', { category: { code: '', name: '行政给付' } }, 'category.code'],
  ['R33: its name', { category: { code: '05', name: '' } }, 'category.name'],
  ['R33: the materials', { materials: [] }, 'materials'],
  [
    'R33: a material’s name',
    { materials: whole.materials.map((its, i) => (i === 1 ? { ...its, name: '' } : its)) },
    'materials.1.name',
  ],
  ['R33: the procedure', { steps: [] }, 'steps'],
  ['R33: a step’s name', withStep(1, { name: '' }), 'steps.1.name'],
  ['R56: who works on it', withStep(2, { handlers: [] }), 'steps.2.handlers'],
  [
    'R56: which section',
    withStep(2, { handlers: [somebody, { ...somebody, body: null }] }),
    'steps.2.handlers',
  ],
  ['R33: the promise', withLimits({ promised: unsaid }), 'limits.promised'],
  ['R33: the fee', { fee: null }, 'fee'],
  ['R33: the basis', { legalBases: [] }, 'legalBases'],
  ['R33: its title', { legalBases: [{ title: '', article: '第一条' }] }, 'legalBases.0.title'],
  ['the code', { code: '' }, 'code'],
  ['R46: the themes', { themes: [''] }, 'themes'],
  ['A.4: whom it serves', { serviceObjects: [] }, 'serviceObjects'],
  ['A.6: the kind', { handlingKind: null }, 'handlingKind'],
  ['R31: the closure', { closure: null }, 'closure'],
  ['the owner', { ownerDepartment: '' }, 'ownerDepartment'],
  ['the lead', { leadDepartment: '' }, 'leadDepartment'],
  ['R34: the conditions', { conditions: [] }, 'conditions'],
  ['R34: a condition', { conditions: ['有户籍', ''] }, 'conditions.1'],
  [
    'the law’s limit or a word on it',
    withLimits({ statutory: unsaid, statutoryNote: '' }),
    'limits.statutory',
  ],
  ['the results', { resultDocuments: [] }, 'resultDocuments'],
  ['a result', { resultDocuments: [''] }, 'resultDocuments.0'],
  ['R57: the delivery', { deliveryMethods: [] }, 'deliveryMethods'],
  ['the visits', { onSiteVisits: null }, 'onSiteVisits'],
  ['R35: where it can be had', { crossRegion: '' }, 'crossRegion'],
];

describe('R33: what must be said before it is published', () => {
  it.each(MISSING)('%s', (_element, change, field) => {
    const lacking = { ...whole, ...change };
    expect(missingElements(whole)).toEqual([]);
    expect(missingElements(lacking).map((its) => its.field)).toEqual([field]);
    expect(missingElements(lacking)[0]?.title).toMatch(/缺少.*。$/u);
    expect(completenessShareOf(lacking)).toBeCloseTo(19 / 20);
  });

  it('a word on the law’s limit is enough where no law sets one', () => {
    const limits = withLimits({ statutory: unsaid, statutoryNote: '未查到统一的法定办结时限' });
    expect(missingElements({ ...whole, ...limits })).toEqual([]);
  });

  it('R33: seven of the twenty elements are the plan’s own', () => {
    expect(STANDARD_ELEMENTS).toHaveLength(20);
    const ofThePlan = STANDARD_ELEMENTS.filter((its) => its.mandatoryByR33);
    expect(ofThePlan.map(({ field }) => field)).toEqual([
      'name',
      'category',
      'materials',
      'steps',
      'limits.promised',
      'fee',
      'legalBases',
    ]);
  });

  it('R53: an INSTANT item promises minutes, not days', () => {
    const instant: ItemStandard = { ...whole, handlingKind: 'INSTANT' };
    expect(missingElements(instant).map(({ field }) => field)).toEqual(['limits.promised']);
    const timed = { ...instant, ...withLimits({ promised: unsaid, onTheSpotMinutes: 60 }) };
    expect(missingElements(timed)).toEqual([]);
  });

  it.each(['STREET', 'COMMUNITY'] as const)('R30: a new %s item lacks all the rest', (level) => {
    const draft = emptyStandard({ code: 'EQ-1', name: '新事项', level });
    const rest = STANDARD_ELEMENTS.map(({ field }) => field).filter(
      (field) => field !== 'code' && field !== 'name',
    );
    expect(missingElements(draft).map(({ field }) => field)).toEqual(rest);
    expect(completenessShareOf(draft)).toBe(2 / 20);
    expect(brokenRules(draft)).toEqual([]);
  });
});
