import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  fileItemOf,
  rulesOfStandard,
  standardOfFileItem,
  standardOfVersion,
  storedVersionOf,
  type StoredVersion,
} from './item-shapes.js';
import { FEATURED_TAGS, ITEM_CLASSES, paperCountsOf, type ItemStandard } from './item-standard.js';
import { CLOSURES, HANDLING_KINDS } from './item.js';
import { categoryCodeOf, SERVICE_OBJECT_CODES, serviceObjectsIn } from './standard-codes.js';

const seed = Number(process.env.YIKOU_SEED ?? Date.now() % 2 ** 31);

const text = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom('', '自然人', '便民缴费', '公共服务', '窗口', '证明', '二七政办〔2017〕11号'),
);
const maybe = <T>(its: fc.Arbitrary<T>) => fc.option(its, { nil: null });
const unit = fc.constantFrom('WORKING_DAY' as const, 'CALENDAR_DAY' as const);
const list = <T>(its: fc.Arbitrary<T>) => fc.array(its, { maxLength: 4 });
const days = fc.record({ amount: maybe(fc.nat(40)), unit });
const step = fc.record({
  name: text,
  role: fc.constantFrom(
    'COUNTER_CLERK' as const,
    'BUSINESS_SECTION' as const,
    'COMMUNITY_CLERK' as const,
    'PARTNER_DEPARTMENT' as const,
    'UPPER_DEPARTMENT' as const,
  ),
  days: fc.nat(5),
  handlers: list(
    fc.record({
      level: fc.constantFrom('CITY' as const, 'DISTRICT' as const, 'STREET' as const),
      body: maybe(text),
    }),
  ),
  parallelGroup: maybe(text),
  onSiteInspection: fc.boolean(),
  substantive: fc.boolean(),
});
const material = fc.record({
  name: text,
  form: fc.constantFrom('ORIGINAL' as const, 'COPY' as const, 'ELECTRONIC' as const),
  copies: fc.nat(3),
  required: fc.boolean(),
  note: text,
  source: text,
  sampleFile: maybe(text),
  blankForm: maybe(text),
  reusable: fc.boolean(),
});
const fee = fc.record({
  charged: fc.boolean(),
  amountFen: maybe(fc.nat()),
  amount: maybe(text),
  basis: maybe(text),
});
const codes = { code: text, basicCode: maybe(text), implementationCode: maybe(text) };
/** Any content at all, half-written drafts and nonsense too. */
const anyStandard: fc.Arbitrary<ItemStandard> = fc.record({
  ...codes,
  name: text,
  nameEn: text,
  level: fc.constantFrom('STREET' as const, 'COMMUNITY' as const),
  class: fc.constantFrom(...ITEM_CLASSES),
  featuredTags: fc.subarray([...FEATURED_TAGS]),
  category: fc.record({ code: text, name: text }),
  themes: list(text),
  serviceObject: text,
  serviceObjects: fc.subarray(SERVICE_OBJECT_CODES),
  handlingKind: maybe(fc.constantFrom(...HANDLING_KINDS)),
  closure: maybe(fc.constantFrom(...CLOSURES)),
  ownerDepartment: text,
  leadDepartment: text,
  conditions: list(text),
  steps: list(step),
  materials: list(material),
  limits: fc.record({
    statutory: days,
    statutoryNote: text,
    promised: days,
    onTheSpotMinutes: maybe(fc.nat(200)),
  }),
  specialProcedures: list(
    fc.record({ kind: text, name: text, days: fc.nat(9), unit, countsInLimit: fc.boolean() }),
  ),
  fee: maybe(fee),
  legalBases: list(fc.record({ title: text, article: text })),
  resultDocuments: list(text),
  deliveryMethods: list(text),
  onSiteVisits: maybe(fc.nat(3)),
  visitsReason: text,
  crossRegion: text,
  dedicatedNetwork: maybe(text),
  source: text,
  confidence: text,
  note: text,
});

/** With all that a stored version has columns for. */
const anyDecided = fc
  .tuple(
    anyStandard,
    fc.constantFrom(...HANDLING_KINDS),
    fc.constantFrom(...CLOSURES),
    fee,
    fc.nat(40),
  )
  .map(([standard, handlingKind, closure, its, amount]): ItemStandard => {
    const { limits } = standard;
    const promised = { ...limits.promised, amount };
    // 0 minutes are none.
    const onTheSpotMinutes = limits.onTheSpotMinutes || null;
    const decided = { ...limits, promised, onTheSpotMinutes };
    return { ...standard, handlingKind, closure, limits: decided, fee: its, onSiteVisits: 1 };
  });

describe(`any content (YIKOU_SEED=${seed})`, () => {
  it('R33: what is decided goes to a stored version and back without loss', () => {
    const whole = fc.property(anyDecided, (standard) => {
      const stored = storedVersionOf(standard);
      expect(Object.values(stored).every((its) => its !== undefined)).toBe(true);
      const id = { id: 'x', pinyinInitials: 'y' };
      const read = JSON.parse(JSON.stringify({ ...id, ...stored })) as StoredVersion;
      expect(standardOfVersion(read)).toEqual(standard);
    });
    fc.assert(whole, { seed, numRuns: 300 });
  });

  it('R33: what is not decided is no version yet', () => {
    const lacks = fc.property(
      anyDecided,
      fc.constantFrom('handlingKind' as const, 'closure' as const, 'fee' as const, 'onSiteVisits'),
      (standard, field) => {
        const lacking = { ...standard, [field]: null };
        expect(() => storedVersionOf(lacking)).toThrow('catalog.version_incomplete');
      },
    );
    fc.assert(lacks, { seed, numRuns: 100 });
  });

  it('R33: goes to the data file’s shape and back without loss', () => {
    const whole = fc.property(anyStandard, (standard) => {
      expect(standardOfFileItem(fileItemOf(standard))).toEqual(standard);
    });
    fc.assert(whole, { seed, numRuns: 300 });
  });
});

const [sample] = fc.sample(anyStandard, { seed: 1, numRuns: 1 }) as [ItemStandard];
const decided: ItemStandard = {
  ...sample,
  handlingKind: 'PROMISED',
  closure: 'LOCAL',
  limits: {
    ...sample.limits,
    promised: { amount: 5, unit: 'WORKING_DAY' },
    onTheSpotMinutes: null,
  },
};

describe('R52: what the engine goes by', () => {
  it('is there once kind, closure and days are decided', () => {
    expect(rulesOfStandard(decided)).toMatchObject({ promisedDays: 5, onTheSpotMinutes: 0 });
    const instant: ItemStandard = {
      ...decided,
      handlingKind: 'INSTANT',
      limits: { ...decided.limits, promised: { amount: null, unit: 'WORKING_DAY' } },
    };
    expect(rulesOfStandard(instant)).toMatchObject({ promisedDays: 0 });
  });

  it.each([
    ['handling kind', { handlingKind: null }],
    ['closure', { closure: null }],
    ['days', { limits: { ...decided.limits, promised: { amount: null, unit: 'WORKING_DAY' } } }],
  ] as [string, Partial<ItemStandard>][])('is refused without %s', (_what, lacking) => {
    expect(() => rulesOfStandard({ ...decided, ...lacking })).toThrow('catalog.version_incomplete');
  });
});

describe('GB/T 39046-2020 at the edges', () => {
  it('counts originals and copies apart', () => {
    const counts = (['ORIGINAL', 'COPY', 'ORIGINAL_AND_COPY', 'ELECTRONIC'] as const).map((form) =>
      paperCountsOf({ form, copies: 2 }),
    );
    expect(counts.map(({ originals, copies }) => [originals, copies])).toEqual([
      [2, 0],
      [0, 2],
      [2, 2],
      [0, 0],
    ]);
  });

  it.each([
    ['自然人', ['1']],
    ['法人、自然人', ['1', '2', '3', '4']],
    ['自然人，其他组织', ['1', '6']],
    ['自然人、外星人', []],
    ['', []],
  ])('A.4: %s serves %j', (words, expected) => {
    expect(serviceObjectsIn(words)).toEqual(expected);
  });

  it('A.1: a category has its code under the standard’s name and under the usual one', () => {
    expect(
      ['公共服务', '公共服务事项', '其他行政权力', '行政许可', '未知'].map(categoryCodeOf),
    ).toEqual(['20', '20', '10', '01', null]);
  });
});
