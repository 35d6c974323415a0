import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { consistencyMatrixOf, type ItemStandard } from '@yikou/domain';
import type { Client } from '../support/client.js';
import {
  cellAt,
  FORMATS,
  imported,
  listFile,
  matrixOf,
  standardsOf,
  streetsOf,
  type Matrix,
} from '../support/combing.js';
import { openDistrict, type District } from '../support/district.js';
import { numbersFrom, oneOf, SEED } from '../support/random.js';

type Material = ItemStandard['materials'][number];

interface Edit {
  /** The path of the one difference that it makes; null where it cannot be made. */
  at: (its: ItemStandard) => string | null;
  make: (its: ItemStandard) => ItemStandard;
}

const first = (list: readonly { name: string }[]) => list[0]?.name ?? null;
const within = (name: string | null, list: string, part: string) =>
  name === null ? null : `${list}[${name}].${part}`;

/** Ways in which one street differs from the standard in one point. */
const EDITS: Edit[] = [
  { at: () => 'note', make: (its) => ({ ...its, note: `${its.note}（本街道）` }) },
  { at: () => 'name', make: (its) => ({ ...its, name: `${its.name}办理` }) },
  {
    at: () => 'conditions[本街道常住满三年]',
    make: (its) => ({ ...its, conditions: [...its.conditions, '本街道常住满三年'] }),
  },
  {
    at: () => 'resultDocuments[回执单]',
    make: (its) => ({ ...its, resultDocuments: [...its.resultDocuments, '回执单'] }),
  },
  {
    at: (its) => (first(its.materials) === null ? null : 'materials[ABCXYZ登记表]'),
    make: (its) => ({
      ...its,
      materials: [...its.materials, { ...(its.materials[0] as Material), name: 'ABCXYZ登记表' }],
    }),
  },
  {
    at: (its) => within(first(its.materials), 'materials', 'copies'),
    make: (its) => ({
      ...its,
      materials: its.materials.map((m, i) => (i === 0 ? { ...m, copies: m.copies + 1 } : m)),
    }),
  },
  {
    at: (its) => within(first(its.steps), 'steps', 'days'),
    make: (its) => ({
      ...its,
      steps: its.steps.map((s, i) => (i === 0 ? { ...s, days: s.days + 1 } : s)),
    }),
  },
  {
    at: () => 'onSiteVisits',
    make: (its) => ({ ...its, onSiteVisits: (its.onSiteVisits ?? 0) + 1 }),
  },
  {
    at: () => 'limits.onTheSpotMinutes',
    make: (its) => ({ ...its, limits: { ...its.limits, onTheSpotMinutes: 35 } }),
  },
  {
    at: () => 'limits.promised.amount',
    make: (its) => {
      const { promised } = its.limits;
      const amount = (promised.amount ?? 0) + 1;
      return { ...its, limits: { ...its.limits, promised: { ...promised, amount } } };
    },
  },
];

const PLANTED = 200;

describe(`R34: 16 streets × 63 items, ${PLANTED} planted differences (YIKOU_SEED=${SEED})`, () => {
  let district: District;
  let supervisor: Client;
  let standards: ItemStandard[];
  let streets: string[];
  const planted = new Map<string, string[]>();
  const lists: ItemStandard[][] = [];
  let matrix: Matrix;

  const keyOf = (street: string, code: string) => `${street} ${code}`;

  function plant(): void {
    const random = numbersFrom(SEED);
    for (let left = PLANTED; left > 0;) {
      const street = Math.floor(random() * streets.length);
      const place = Math.floor(random() * standards.length);
      const edit = oneOf(random, EDITS);
      const standard = standards[place] as ItemStandard;
      const at = edit.at(standard);
      const key = keyOf(streets[street] as string, standard.code);
      const there = planted.get(key) ?? [];
      if (at === null || there.includes(at)) continue;
      const list = lists[street] as ItemStandard[];
      list[place] = edit.make(list[place] as ItemStandard);
      planted.set(key, [...there, at]);
      left -= 1;
    }
  }

  beforeAll(async () => {
    district = await openDistrict();
    supervisor = await district.as('erqi-supervisor');
    [standards, streets] = [await standardsOf(district), await streetsOf(district)];
    lists.push(...streets.map(() => [...standards]));
    plant();
    for (const [i, street] of streets.entries()) {
      const format = FORMATS[i % FORMATS.length] as (typeof FORMATS)[number];
      const file = await listFile(lists[i] as ItemStandard[], format);
      const { state, outcome } = await imported(district, supervisor, street, file);
      expect([state, outcome?.added, outcome?.byCode]).toEqual(['DONE', 63, 63]);
    }
    matrix = await matrixOf(supervisor);
  });
  afterAll(() => district.close());

  it('has every street and every item', () => {
    expect(matrix.rows.map(({ areaCode }) => areaCode)).toEqual(streets);
    expect(matrix.columns.map(({ key }) => key)).toEqual(standards.map(({ code }) => code));
    expect([matrix.rows.length, matrix.columnCount]).toEqual([16, 63]);
  });

  it('finds all 200, each where it was planted, and none else', async () => {
    const found = new Map<string, string[]>();
    for (const { areaCode, cells } of matrix.rows) {
      for (const [i, cell] of cells.entries()) {
        if (cell.state === 'SAME') continue;
        const column = matrix.columns[i]?.key ?? '';
        const { points } = await cellAt(supervisor, areaCode, column);
        expect(points).toHaveLength(cell.differences);
        found.set(
          keyOf(areaCode, column),
          points.map(({ path }) => path),
        );
      }
    }
    const sorted = (map: Map<string, string[]>) =>
      [...map].map(([key, paths]) => [key, [...paths].sort()]).sort();
    expect(sorted(found)).toEqual(sorted(planted));
    expect([...found.values()].flat()).toHaveLength(PLANTED);
  });

  it('says the same as the rule over the whole contents', () => {
    const whole = consistencyMatrixOf(
      standards,
      streets.map((street, i) => ({
        street,
        items: (lists[i] ?? []).map((content) => ({ item: content.code, content })),
      })),
    );
    expect(matrix.rows.map(({ cells }) => cells)).toEqual(whole.rows.map(({ cells }) => cells));
  });

  it('a window of columns has the shares of the whole, and the windows together are the matrix', async () => {
    let cursor: string | null = null;
    const columns: string[] = [];
    do {
      const more: string = cursor ? `&cursor=${cursor}` : '';
      const part: Matrix = await supervisor.get<Matrix>(
        `/api/v1/consistency-matrix?limit=20${more}`,
      );
      expect(part.share).toEqual(matrix.share);
      expect(part.rows[3]?.cells).toEqual(
        matrix.rows[3]?.cells.slice(columns.length, columns.length + 20),
      );
      columns.push(...part.columns.map(({ key }) => key));
      cursor = part.nextCursor;
    } while (cursor);
    expect(columns).toEqual(matrix.columns.map(({ key }) => key));
  });
});
