import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FileItem } from './item-shapes.js';
import { matchRows, StandardIndex, type Identified, type RowMatch } from './matching.js';
import { comparableName, similarityOf } from './name-similarity.js';

const seed = Number(process.env.YIKOU_SEED ?? Date.now() % 2 ** 31);

const file = new URL('../../../../apps/api/data/service-items.json', import.meta.url);
const { items } = JSON.parse(readFileSync(file, 'utf8')) as { items: FileItem[] };
const index = new StandardIndex(items);
const at = (code: string) => items.findIndex((item) => item.code === code);
const match = (row: Identified): RowMatch => matchRows([row], index)[0] as RowMatch;

/** As another typist writes it: half width, other brackets, spaces, another separator. */
const retyped = (name: string) =>
  ` ${name.replaceAll('（', '(').replaceAll('）', ') ').replaceAll('、', '，').replaceAll('《', '〈').replaceAll('》', '〉')}`;

describe('R30: which standard item a row of a street’s list is', () => {
  it.each(items)('$code by its code, whatever it is called', ({ code }) => {
    expect(match({ code: ` ${code.toLowerCase()} `, name: '别的什么' })).toMatchObject({
      kind: 'MATCHED',
      by: 'CODE',
      index: at(code),
    });
  });

  it.each(items)('$code by its name as another typist writes it', ({ code, name }) => {
    expect(match({ name: retyped(name) })).toEqual({
      kind: 'MATCHED',
      by: 'NAME',
      index: at(code),
      similarity: 1,
    });
  });

  it.each([
    ['最低生活保障金给付', 'EQ-T-05-001'],
    ['困难残疾人生活补贴和重度残疾人护理补贴', 'EQ-T-05-008'],
    ['农村村民宅基地审批（镇级）', 'EQ-T-01-002'],
    ['水电气暖便民充值缴费', 'EQ-C-20-014'],
    ['城乡居民基本养老保险参保登记（新参保）', 'EQ-T-20-004'],
  ])('%s by its similar name', (name, code) => {
    const found = match({ name });
    expect([found.kind, found]).toEqual(['MATCHED', expect.objectContaining({ index: at(code) })]);
  });

  it.each([
    ['临时救助', ['EQ-T-05-002', 'EQ-T-05-003']],
    ['生育登记', ['EQ-C-20-005', 'EQ-T-20-003']],
  ])('%s may be several, which is said and not guessed', (name, codes) => {
    const found = match({ name });
    expect(found.kind).not.toBe('MATCHED');
    const candidates = 'candidates' in found ? found.candidates : [];
    const named = candidates.slice(0, 2).map((its) => items[its.index]?.code ?? '');
    expect(named.sort()).toEqual(codes);
  });

  it('code and name that point to different items: a person chooses', () => {
    const crossed = match({ code: 'EQ-T-05-001', name: '就业登记' });
    expect(crossed.kind).toBe('AMBIGUOUS');
    const candidates = 'candidates' in crossed ? crossed.candidates.map((its) => its.index) : [];
    expect(candidates.slice(0, 2)).toEqual([at('EQ-T-05-001'), at('EQ-T-20-011')]);
  });

  it('two items nearly alike: the better one must lead', () => {
    const twins = new StandardIndex([
      { name: '困难残疾人生活补贴资格认定' },
      { name: '困难残疾人护理补贴资格认定' },
    ]);
    const [found] = matchRows([{ name: '困难残疾人生活护理补贴资格认定' }], twins);
    expect(found).toMatchObject({ kind: 'AMBIGUOUS', candidates: [{}, {}] });
    const [clear] = matchRows([{ name: '困难残疾人生活补贴资格认定办理' }], twins);
    expect(clear).toMatchObject({ kind: 'MATCHED', by: 'SIMILAR_NAME', index: 0 });
  });

  it('a name like nothing is unmatched', () => {
    expect(match({ name: '宠物登记与寄养' })).toMatchObject({ kind: 'UNMATCHED' });
    expect(match({ name: '' })).toEqual({ kind: 'UNMATCHED', candidates: [] });
    expect(match({ code: '', name: '（）' })).toEqual({ kind: 'UNMATCHED', candidates: [] });
  });

  it('an item of another level is not meant', () => {
    const name = '生育登记（社区受理）';
    expect(match({ name, level: 'COMMUNITY' })).toMatchObject({ index: at('EQ-C-20-005') });
    expect(match({ name, level: 'STREET' }).kind).not.toBe('MATCHED');
  });

  it('an item is given to one row: the surest, then the first', () => {
    const rows = [
      { name: '最低生活保障金给付' },
      { code: 'EQ-T-05-001', name: '低保' },
      { code: 'EQ-T-05-001', name: '最低生活保障金给付' },
    ];
    expect(matchRows(rows, index).map((its) => [its.kind, 'row' in its ? its.row : null])).toEqual([
      ['REPEATED', 2],
      ['REPEATED', 2],
      ['MATCHED', null],
    ]);
    const alike = [{ code: 'EQ-T-20-011', name: '就业登记' }];
    expect(matchRows([...alike, ...alike], index).map(({ kind }) => kind)).toEqual([
      'MATCHED',
      'REPEATED',
    ]);
  });

  it('a national code counts as well, and one that two items share decides nothing', () => {
    const coded = new StandardIndex([
      { name: '甲', implementationCode: '11410103' },
      { name: '乙', basicCode: '0001' },
      { name: '丙', basicCode: '0001' },
    ]);
    const kinds = ['１１４１０１０３', '0001'].map(
      (code) => matchRows([{ code, name: '丁' }], coded)[0],
    );
    expect(kinds).toMatchObject([{ kind: 'MATCHED', index: 0 }, { kind: 'AMBIGUOUS' }]);
  });
});

describe(`similarity of names (YIKOU_SEED=${seed})`, () => {
  const anyName = fc.oneof(
    fc.constantFrom(...items.map(({ name }) => name)),
    fc.string({ maxLength: 6 }),
  );

  it('lies between 0 and 1, is the same from either side, and 1 for what is retyped', () => {
    const fair = fc.property(anyName, anyName, (a, b) => {
      const similarity = similarityOf(a, b);
      expect(similarity).toBeGreaterThanOrEqual(0);
      expect(similarity).toBeLessThanOrEqual(1);
      expect(similarityOf(b, a)).toBe(similarity);
      const isNothing = comparableName(a) === '';
      expect(similarityOf(a, retyped(a))).toBe(isNothing ? 0 : 1);
    });
    fc.assert(fair, { seed, numRuns: 500 });
  });

  it('full and half width are one', () => {
    expect(comparableName('老年人优待证（６０周岁ＡＢ）')).toBe('老年人优待证60周岁ab');
  });

  it('what stands in brackets tells items apart', () => {
    expect(comparableName('临时救助（小额，街道审批）')).toBe('临时救助小额街道审批');
    expect(similarityOf('临时救助（小额）', '临时救助（支出型）')).toBeLessThan(0.7);
  });
});

it('100 lists of 500 rows are matched in less than 5 s', () => {
  const many = Array.from({ length: 500 }, (_, i) => ({
    name: `${items[i % items.length]?.name}${Math.floor(i / items.length)}号`,
  }));
  const large = new StandardIndex(many);
  const start = process.cpuUsage();
  for (let street = 0; street < 100; street += 1) {
    const matched = matchRows(many, large).filter((its) => its.kind === 'MATCHED');
    expect(matched).toHaveLength(500);
  }
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000);
});
