import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { differencesOf } from './difference.js';
import { standardOfFileItem, type FileItem } from './item-shapes.js';
import type { ItemStandard } from './item-standard.js';
import { sideBySide } from './side-by-side.js';

const file = new URL('../../../../apps/api/data/service-items.json', import.meta.url);
const { items } = JSON.parse(readFileSync(file, 'utf8')) as { items: FileItem[] };
const standards = items.map(standardOfFileItem);
const [dibao] = standards as [ItemStandard, ...ItemStandard[]];

describe('R34: two contents side by side', () => {
  it.each(standards)('$code beside itself is alike in all that it says', (standard) => {
    const rows = sideBySide(standard, structuredClone(standard));
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['SAME']));
    const elements = rows.filter(({ path }) => /^(materials|steps)\[/.test(path));
    expect(elements).toHaveLength(standard.materials.length + standard.steps.length);
    for (const { before, after } of rows) expect(before).toEqual(after);
  });

  it.each(standards.slice(1))('beside $code it has every difference once', (other) => {
    const rows = sideBySide(dibao, other);
    const key = ({ path, kind }: { path: string; kind: string }) => `${kind} ${path}`;
    const found = rows.filter(({ kind }) => kind !== 'SAME').map(key);
    expect(found.sort()).toEqual(differencesOf(dibao, other).map(key).sort());
  });

  it('what moved is not told again as alike; what nobody says is left out', () => {
    const [one, two, ...rest] = dibao.materials;
    if (!one || !two) throw new Error('needs two materials');
    const rows = sideBySide(dibao, { ...dibao, materials: [two, one, ...rest] });
    const moved = rows.filter(({ kind }) => kind === 'MOVED');
    expect(moved).toHaveLength(1);
    expect(rows.filter(({ path }) => path === moved[0]?.path)).toHaveLength(1);
    expect(rows.some(({ path }) => path === 'basicCode')).toBe(false);
  });
});
