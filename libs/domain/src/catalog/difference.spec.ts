import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { differencesOf, type Difference } from './difference.js';
import { standardOfFileItem, type FileItem } from './item-shapes.js';
import type { ItemStandard, StandardMaterial, StandardStep } from './item-standard.js';
import { COMPARED_PATHS, FOUR_SAME_PATHS, labelOfPart } from './standard-fields.js';

const file = new URL('../../../../apps/api/data/service-items.json', import.meta.url);
const { items } = JSON.parse(readFileSync(file, 'utf8')) as { items: FileItem[] };
const standards = items.map(standardOfFileItem);
const [dibao] = standards as [ItemStandard, ...ItemStandard[]];
const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

type Plain = Record<string, unknown>;

/** Sets a value at a dotted path, in a list at its first element. */
function changedAt(standard: ItemStandard, path: string, value: unknown): ItemStandard {
  const changed = copyOf(standard) as unknown as Plain;
  const keys = path.split('.');
  let place = changed;
  for (const key of keys.slice(0, -1)) {
    const inner = place[key];
    place = (Array.isArray(inner) ? inner[0] : inner) as Plain;
  }
  place[keys.at(-1) ?? ''] = value;
  return changed as unknown as ItemStandard;
}
const shown = (differences: readonly Difference[]) =>
  differences.map(({ kind, path }) => `${kind} ${path}`);

/** With something in every list, so that every path has a place. */
const full: ItemStandard = {
  ...dibao,
  fee: { charged: true, amountFen: 100, amount: '一元', basis: '文件' },
  featuredTags: ['SMART'],
};
const names = (list: readonly unknown[]) => list.map((its) => (its as { name: string }).name);
const edited = (
  change: (draft: {
    materials: StandardMaterial[];
    steps: StandardStep[];
    conditions: string[];
  }) => void,
) => {
  const draft = copyOf(dibao) as unknown as Parameters<typeof change>[0];
  change(draft);
  return draft as unknown as ItemStandard;
};

describe('R34: two contents compared field by field', () => {
  it.each(standards)('$code does not differ from itself', (standard) => {
    expect(differencesOf(standard, copyOf(standard))).toEqual([]);
  });

  it.each(COMPARED_PATHS.filter((path) => !path.includes('[')))('finds a change at %s', (path) => {
    const isList = Array.isArray((full as unknown as Plain)[path]);
    const value = isList ? [] : path.endsWith('.name') ? '另一个' : '变';
    const found = differencesOf(full, changedAt(full, path, value));
    if (isList) {
      expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['REMOVED']));
      expect(found).toHaveLength((full as unknown as Record<string, unknown[]>)[path]?.length ?? 0);
    } else {
      const withoutElement = found.map((its) => its.path.replace(/\[.*\]/u, ''));
      expect([withoutElement, found[0]?.kind]).toEqual([[path], 'CHANGED']);
      expect(found[0]?.after).toBe(value);
      expect(found[0]?.label).toMatch(/\p{Script=Han}/u);
    }
  });

  it('compares every field that the content has', () => {
    const leaves = (value: unknown, path: string): string[] => {
      if (Array.isArray(value)) return [path, ...value.slice(0, 1).flatMap((e) => leaves(e, path))];
      if (typeof value !== 'object' || value === null) return [path];
      return Object.entries(value).flatMap(([key, its]) =>
        leaves(its, path ? `${path}.${key}` : key),
      );
    };
    const missing = new Set(leaves(full, '').filter((path) => !COMPARED_PATHS.includes(path)));
    // Who works on a step is compared as one.
    expect([...missing]).toEqual([]);
  });

  it('R34: core are the name, the conditions, the steps and the promised limit', () => {
    const core = COMPARED_PATHS.filter((path) => {
      const isList = Array.isArray((full as unknown as Plain)[path]);
      return differencesOf(full, changedAt(full, path, isList ? [] : '变')).some((its) => its.core);
    });
    expect(new Set(core.map((path) => path.replace(/^(steps)\..*/u, '$1')))).toEqual(
      new Set([
        'name',
        'limits.promised.amount',
        'limits.promised.unit',
        'limits.onTheSpotMinutes',
        'conditions',
        'steps',
      ]),
    );
  });

  it('a list without a column does not differ in it; 四级四同 looks at its own four', () => {
    const other = { ...dibao, note: '别的', nameEn: 'x', name: '低保', legalBases: [] };
    const only = new Set(['name', 'steps']);
    expect(shown(differencesOf(dibao, other, only))).toEqual(['CHANGED name']);
    const four = differencesOf(dibao, other, new Set(FOUR_SAME_PATHS));
    expect(new Set(four.map(({ path }) => path.replace(/\[.*/u, '')))).toEqual(
      new Set(['name', 'legalBases']),
    );
  });

  it('names the parts of the content in Chinese', () => {
    expect(['name', 'limits', 'fee', 'steps', 'category', 'id'].map(labelOfPart)).toEqual([
      '事项名称',
      '办理时限',
      '收费情况',
      '办理环节',
      '事项类别',
      null,
    ]);
  });
});

describe('lists are compared by what their elements are', () => {
  const [first, second] = names(dibao.materials);

  it('a changed note', () => {
    const other = edited(({ materials }) => {
      (materials[1] as StandardMaterial).note = '带原件';
    });
    expect(differencesOf(dibao, other)).toEqual([
      {
        path: `materials[${second}].note`,
        label: `申请材料“${second}”：办理说明`,
        kind: 'CHANGED',
        before: dibao.materials[1]?.note,
        after: '带原件',
        core: false,
      },
    ]);
  });

  it('an inserted material moves none of the others', () => {
    const added = { ...(dibao.materials[0] as StandardMaterial), name: '残疾人证' };
    const other = edited(({ materials }) => void materials.unshift(added));
    expect(differencesOf(dibao, other)).toMatchObject([
      { kind: 'ADDED', path: 'materials[残疾人证]', before: null, after: added },
    ]);
  });

  it('a removed material moves none of the others', () => {
    const other = edited(({ materials }) => void materials.shift());
    expect(shown(differencesOf(dibao, other))).toEqual([`REMOVED materials[${first}]`]);
  });

  it('a material that was moved to the end', () => {
    const other = edited(({ materials }) => void materials.push(...materials.splice(0, 1)));
    expect(differencesOf(dibao, other)).toMatchObject([
      { kind: 'MOVED', path: `materials[${first}]`, before: 1, after: dibao.materials.length },
    ]);
  });

  it('moved and changed is both', () => {
    const other = edited(({ materials }) => {
      (materials[0] as StandardMaterial).copies = 9;
      materials.push(...materials.splice(0, 1));
    });
    expect(shown(differencesOf(dibao, other))).toEqual([
      `MOVED materials[${first}]`,
      `CHANGED materials[${first}].copies`,
    ]);
  });

  it('a reworded name is one change, not a removal and an addition', () => {
    const other = edited(({ steps }) => {
      (steps[2] as StandardStep).name = '业务科室初审（入户核查）';
    });
    expect(differencesOf(dibao, other)).toMatchObject([{ kind: 'CHANGED', core: true }]);
  });

  it('two neighbours reworded are two changes', () => {
    const other = edited(({ materials }) => {
      for (const its of materials.slice(0, 2)) its.name = `${its.name}（原件）`;
    });
    const found = differencesOf(dibao, other);
    expect(found.map(({ kind, before }) => [kind, before])).toEqual([
      ['CHANGED', first],
      ['CHANGED', second],
    ]);
  });

  it('a name replaced in its place is one change where the rest stayed', () => {
    const other = edited(({ steps, conditions }) => {
      (steps[2] as StandardStep).name = '入户';
      conditions[1] = '存款不多';
    });
    expect(differencesOf(dibao, other)).toMatchObject([
      { kind: 'CHANGED', before: dibao.conditions[1], after: '存款不多' },
      { kind: 'CHANGED', before: dibao.steps[2]?.name, after: '入户' },
    ]);
  });

  it('another thing in its place is a removal and an addition', () => {
    const stranger: StandardMaterial = {
      ...{ name: '合影', form: 'ELECTRONIC', copies: 7, required: false, note: '彩色' },
      ...{ source: '照相馆', sampleFile: 'a', blankForm: 'b', reusable: true },
    };
    const other = edited(({ materials }) => void materials.splice(1, 1, stranger));
    expect(shown(differencesOf(dibao, other)).sort()).toEqual(
      ['ADDED materials[合影]', `REMOVED materials[${second}]`].sort(),
    );
  });

  it('of two elements with one name each keeps its own', () => {
    const twice = edited(({ materials }) => void materials.push(copyOf(materials[0]) as never));
    expect(shown(differencesOf(dibao, twice))).toEqual([`ADDED materials[${first}#2]`]);
    const other = copyOf(twice);
    (other.materials.at(-1) as StandardMaterial).note = '第二份';
    expect(shown(differencesOf(twice, other))).toEqual([`CHANGED materials[${first}#2].note`]);
  });
});
