import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  consistencyMatrixOf,
  consistencyShareOf,
  type CellState,
  type StreetList,
} from './consistency.js';
import { differencesOf } from './difference.js';
import { standardOfFileItem, type FileItem } from './item-shapes.js';
import type { ItemStandard } from './item-standard.js';

const seed = Number(process.env.YIKOU_SEED ?? Date.now() % 2 ** 31);

const file = new URL('../../../../apps/api/data/service-items.json', import.meta.url);
const { items } = JSON.parse(readFileSync(file, 'utf8')) as { items: FileItem[] };
const standards = items.map(standardOfFileItem);
const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const listOf = (street: string, contents: readonly ItemStandard[]): StreetList => ({
  street,
  items: contents.map((content) => ({ item: content.code, content: copyOf(content) })),
});

/** Ways in which one street differs from the standard in one point. */
const EDITS: ((its: ItemStandard) => ItemStandard)[] = [
  (its) => ({ ...its, note: `${its.note}（本街道）` }),
  (its) => ({ ...its, name: `${its.name}办理` }),
  (its) => ({ ...its, conditions: [...its.conditions, '本街道常住'] }),
  (its) => ({ ...its, resultDocuments: [...its.resultDocuments, '回执'] }),
  (its) => ({
    ...its,
    materials: [
      ...its.materials,
      { ...(its.materials[0] as never as ItemStandard['materials'][number]), name: '无房证明原件' },
    ],
  }),
  (its) => ({
    ...its,
    materials: its.materials.map((m, i) => (i === 0 ? { ...m, copies: m.copies + 1 } : m)),
  }),
  (its) => ({ ...its, steps: its.steps.map((s, i) => (i === 1 ? { ...s, days: s.days + 1 } : s)) }),
  (its) => ({ ...its, steps: [...its.steps.slice(1), ...its.steps.slice(0, 1)] }),
  (its) => ({ ...its, legalBases: its.legalBases.slice(1) }),
  (its) => ({ ...its, onSiteVisits: 2 }),
  (its) => ({ ...its, limits: { ...its.limits, onTheSpotMinutes: 30 } }),
];

/** A shuffled order that the seed repeats. */
function* places(count: number): Generator<number> {
  const rest = Array.from({ length: count }, (_, i) => i);
  for (let state = seed; rest.length > 0;) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    yield rest.splice(state % rest.length, 1)[0] as number;
  }
}

describe(`R34: every street’s list against the standard (YIKOU_SEED=${seed})`, () => {
  it('16 streets × 63 items with 200 planted differences: all 200 are found, none else', () => {
    const streets = Array.from({ length: 16 }, (_, i) => `街道${i}`);
    const contents = streets.map(() => standards.map(copyOf));
    const planted = new Set<string>();
    let edit = 0;
    for (const place of places(16 * 63)) {
      if (planted.size === 200) break;
      const [street, item] = [Math.floor(place / 63), place % 63];
      const list = contents[street] as ItemStandard[];
      list[item] = (EDITS[edit % EDITS.length] as (typeof EDITS)[number])(
        list[item] as ItemStandard,
      );
      planted.add(`${streets[street]} ${list[item]?.code}`);
      edit += 1;
    }
    const lists = streets.map((street, i) => listOf(street, contents[i] as ItemStandard[]));
    const { rows, columns } = consistencyMatrixOf(standards, lists);
    const found = rows.flatMap(({ street, cells }) =>
      cells.flatMap((cell, i) =>
        cell.state === 'SAME' ? [] : [[`${street} ${columns[i]?.key}`, cell] as const],
      ),
    );
    expect(new Set(found.map(([place]) => place))).toEqual(planted);
    expect(found.filter(([, { differences }]) => differences !== 1)).toEqual([]);
    expect(found.reduce((sum, [, { differences }]) => sum + differences, 0)).toBe(200);
  });

  it('100 streets × 500 items take less than 5 s', () => {
    const many = Array.from({ length: 500 }, (_, i) => ({
      ...(standards[i % 63] as ItemStandard),
      code: `EQ-${i}`,
    }));
    const lists = Array.from({ length: 100 }, (_, s) => {
      const contents = many.map((its, i) =>
        (s + i) % 5 === 0 ? (EDITS[i % EDITS.length] as (typeof EDITS)[number])(its) : its,
      );
      return listOf(`街道${s}`, contents);
    });
    const start = process.cpuUsage();
    const { rows } = consistencyMatrixOf(many, lists);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000);
    const cells = rows.flatMap((row) => row.cells);
    expect(cells).toHaveLength(50_000);
    expect(cells.filter(({ state }) => state === 'DIFFERENT')).toHaveLength(10_000);
  });
});

describe('the states of a cell', () => {
  const [first, second, third] = standards as [ItemStandard, ItemStandard, ItemStandard];
  const odd = { ...first, note: '另', name: '低保' };
  const extra = { ...third, code: '', name: '自家 事项（一）' };
  const alike = { ...third, code: 'X-1', name: '自家事项(一)' };
  const known = [first, second];
  const lists: StreetList[] = [
    listOf('甲', known),
    {
      street: '乙',
      items: [
        { item: first.code, content: odd },
        { item: null, content: extra },
      ],
    },
    { street: '丙', items: [...listOf('', [second]).items, { item: null, content: alike }] },
  ];
  const statesOf = (matrix: ReturnType<typeof consistencyMatrixOf>) =>
    matrix.rows.map(({ cells }) => cells.map(({ state }) => state));

  it('SAME, DIFFERENT, MISSING, EXTRA; streets share the column of one extra name', () => {
    const matrix = consistencyMatrixOf(known, lists);
    expect(matrix.columns.map(({ key, isExtra }) => [key, isExtra])).toEqual([
      [first.code, false],
      [second.code, false],
      ['+自家事项一', true],
    ]);
    expect(statesOf(matrix)).toEqual([
      ['SAME', 'SAME', 'NOT_LISTED'],
      ['DIFFERENT', 'MISSING', 'EXTRA'],
      ['MISSING', 'SAME', 'EXTRA'],
    ] satisfies CellState[][]);
    expect(matrix.rows[1]?.cells[0]).toEqual({ state: 'DIFFERENT', differences: 2, core: 1 });
  });

  it('R34: EXPLAINED while it differs in just the points that were explained', () => {
    const differences = copyOf(differencesOf(first, odd));
    const explained = [
      { street: '乙', column: first.code, differences },
      { street: '丙', column: first.code, differences: [] },
      { street: '丙', column: '+自家事项一', differences: [] },
    ];
    expect(statesOf(consistencyMatrixOf(known, lists, explained))).toEqual([
      ['SAME', 'SAME', 'NOT_LISTED'],
      ['EXPLAINED', 'MISSING', 'EXTRA'],
      ['EXPLAINED', 'SAME', 'EXPLAINED'],
    ]);
    const fewer = [{ street: '乙', column: first.code, differences: differences.slice(1) }];
    expect(statesOf(consistencyMatrixOf(known, lists, fewer))[1]?.[0]).toBe('DIFFERENT');
    const gone = [{ street: '丙', column: first.code, differences }];
    expect(statesOf(consistencyMatrixOf(known, lists, gone))[2]?.[0]).toBe('MISSING');
  });

  it('a list without a column does not differ in it', () => {
    const narrow = lists.map((list) => ({ ...list, paths: new Set(['name']) }));
    expect(consistencyMatrixOf(known, narrow).rows[1]?.cells[0]?.differences).toBe(1);
  });

  it('R34: how far they agree, in all and in the core', () => {
    const { rows } = consistencyMatrixOf(known, lists);
    const cells = rows.flatMap((row) => row.cells);
    expect(consistencyShareOf(cells)).toEqual({ consistent: 3 / 8, coreConsistent: 3 / 8 });
    const harmless = [
      { state: 'DIFFERENT' as const, differences: 1, core: 0 },
      ...cells.slice(0, 1),
    ];
    expect(consistencyShareOf(harmless)).toEqual({ consistent: 0.5, coreConsistent: 1 });
    expect(consistencyShareOf([])).toEqual({ consistent: 1, coreConsistent: 1 });
  });
});
