import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { brokenRules } from './broken-rules.js';
import { NATIONAL_CODE_RULES } from './content-rules.js';
import { standardOfFileItem, type FileItem } from './item-shapes.js';
import type { Fee, ItemStandard, StandardMaterial } from './item-standard.js';

const file = new URL('../../../../apps/api/data/service-items.json', import.meta.url);
const { items } = JSON.parse(readFileSync(file, 'utf8')) as { items: [FileItem, ...FileItem[]] };
/** 低保: a 行政给付 of the street. */
const good = standardOfFileItem(items[0]);

const fee = (its: Partial<Fee>): Partial<ItemStandard> => ({
  fee: { charged: false, amountFen: null, amount: null, basis: null, ...its },
});
const materials = (...its: Partial<StandardMaterial>[]): Partial<ItemStandard> => ({
  materials: its.map((one) => ({ ...(good.materials[0] as StandardMaterial), ...one })),
});
const category = (code: string, name: string) => ({ category: { code, name } });
const delivery = (...deliveryMethods: string[]) => ({ deliveryMethods });

/** rule, what is wrong, code and field */
type Row = [rule: string, change: Partial<ItemStandard>, found: string];
const BROKEN: Row[] = [
  ['R33: codes in the pattern', { basicCode: '编码 1' }, 'code_malformed basicCode'],
  [
    'R33: codes of at most 64 characters',
    { implementationCode: '1'.repeat(65) },
    'code_malformed implementationCode',
  ],
  ['R33: a name of at most 200', { name: '名'.repeat(201) }, 'name_too_long name'],
  ['A.1: 00 is no item', category('00', '行政权力'), 'category_unknown category.code'],
  ['A.1: two digits', category('5', '行政给付'), 'category_unknown category.code'],
  ['A.1: code as name', category('05', '行政许可'), 'category_name_differs category.name'],
  [
    '行使层级: a community has no power',
    { level: 'COMMUNITY', steps: [], closure: null },
    'community_without_power category.code',
  ],
  ['R33: a material once', materials({}, {}), 'material_named_twice materials.1.name'],
  ['R33: no copies', materials({ copies: 0 }), 'copies_invalid materials.0.copies'],
  ['R33: half a copy', materials({ copies: 1.5 }), 'copies_invalid materials.0.copies'],
  [
    'R33: 无需材料 stands alone',
    materials({ name: '无需材料', required: false, copies: 0 }, {}),
    'copies_invalid materials.0.copies',
  ],
  ['R33: how much', fee({ charged: true, basis: '文件' }), 'fee_without_amount fee.amount'],
  [
    'R33: 0 fen is no fee',
    fee({ charged: true, amountFen: 0, basis: '文件' }),
    'fee_without_amount fee.amount',
  ],
  [
    'R33: by which right',
    fee({ charged: true, amountFen: 500, basis: ' ' }),
    'fee_without_basis fee.basis',
  ],
  [
    'R33: whole fen',
    fee({ charged: true, amountFen: 0.5, basis: '文件' }),
    'fee_invalid fee.amountFen',
  ],
  ['R33: free costs nothing', fee({ amountFen: 1 }), 'fee_of_free_item fee.amountFen'],
  [
    'R57: a known delivery method',
    delivery('WINDOW', 'PIGEON'),
    'delivery_method_unknown deliveryMethods.1',
  ],
  [
    'R57: each delivery method once',
    delivery('POST', 'POST'),
    'delivery_method_unknown deliveryMethods.1',
  ],
  ['最多跑一次: why twice', { onSiteVisits: 2 }, 'visits_without_reason visitsReason'],
  ['最多跑一次: a whole number', { onSiteVisits: -1 }, 'visits_invalid onSiteVisits'],
  [
    '最多跑一次: no visit to pick up either',
    { onSiteVisits: 0, deliveryMethods: ['WINDOW'] },
    'visit_for_delivery deliveryMethods',
  ],
  [
    'R47: tags are for convenience services',
    { featuredTags: ['SMART'] },
    'tags_of_government_item featuredTags',
  ],
];

const HOLDS: [rule: string, change: Partial<ItemStandard>][] = [
  ['A.1: extensions have any name', category('11', '政府内部审批')],
  ['A.1: a draft without code', category('', '行政给付')],
  ['R33: words on money of a free item', fee({ amount: '首次免费', basis: '文件' })],
  ['R33: a fee in words', fee({ charged: true, amount: '明码标价', basis: '价目表' })],
  ['R33: a fee in fen', fee({ charged: true, amountFen: 1000, basis: '文件' })],
  ['R33: nothing to bring', materials({ name: '无需材料', required: false, copies: 0 })],
  ['最多跑一次: twice with a reason', { onSiteVisits: 2, visitsReason: '需现场采集照片' }],
  ['最多跑一次: no visit, by post', { onSiteVisits: 0, deliveryMethods: ['POST'] }],
  ['R47: tags of a convenience service', { class: 'FEATURED', featuredTags: ['SMART'] }],
];

describe('R33: what a content says of itself', () => {
  it.each(BROKEN)('%s', (_rule, change, expected) => {
    expect(brokenRules(good)).toEqual([]);
    const found = brokenRules({ ...good, ...change });
    expect(found.map(({ code, field }) => `${code} ${field}`)).toEqual([`catalog.${expected}`]);
    expect(found[0]?.title).toMatch(/\p{Script=Han}.*。$/u);
  });

  it.each(HOLDS)('%s: holds', (_rule, change) => {
    expect(brokenRules({ ...good, ...change })).toEqual([]);
  });

  it('R33: codes are checked by the district’s own pattern', () => {
    const coded = (implementationCode: string): ItemStandard => ({
      ...good,
      basicCode: '000120003000',
      implementationCode,
    });
    expect(brokenRules(coded('11410103005252524G5000120003000'), NATIONAL_CODE_RULES)).toEqual([]);
    const provincial = '511Z07001006-511602000000-000-11511301008778183N-1-00';
    expect(brokenRules(coded(provincial))).toEqual([]);
    const found = brokenRules(coded(provincial), NATIONAL_CODE_RULES);
    expect(found.map(({ field }) => field)).toEqual(['implementationCode']);
  });
});
