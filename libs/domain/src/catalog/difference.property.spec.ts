import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differencesOf, exchanged, type Difference } from './difference.js';
import { standardOfFileItem, type FileItem } from './item-shapes.js';
import type { ItemStandard, StandardMaterial } from './item-standard.js';

const seed = Number(process.env.YIKOU_SEED ?? Date.now() % 2 ** 31);

const file = new URL('../../../../apps/api/data/service-items.json', import.meta.url);
const { items } = JSON.parse(readFileSync(file, 'utf8')) as { items: FileItem[] };
const standards = items.map(standardOfFileItem);
const [dibao] = standards as [ItemStandard, ...ItemStandard[]];
const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const shown = (differences: readonly Difference[]) =>
  differences.map(({ kind, path }) => `${kind} ${path}`);

/** Few words, so that elements are repeated, moved, reworded and replaced all at once. */
const word = fc.constantFrom('身份证', '户口簿', '申请表', '申请书', '代理人身份证', '照片', '');
const anyTexts = fc.array(word, { maxLength: 7 });
const anyMaterials = fc.array(
  fc.record({ name: word, copies: fc.nat(2), note: fc.constantFrom('', '原件', '复印件') }),
  { maxLength: 6 },
);
const anyContent = fc.tuple(fc.nat(62), anyTexts, anyMaterials).map(([index, conditions, some]) => {
  const rest = dibao.materials[0] as StandardMaterial;
  const materials = some.map((its) => ({ ...rest, ...its }));
  return { ...(standards[index] as ItemStandard), conditions, materials };
});

describe(`any two contents (YIKOU_SEED=${seed})`, () => {
  it('differ in the same points from either side', () => {
    const mirrored = fc.property(anyContent, anyContent, (a, b) => {
      expect(differencesOf(b, a)).toEqual(exchanged(differencesOf(a, b)));
    });
    fc.assert(mirrored, { seed, numRuns: 500 });
  });

  it('do not differ only where they are the same, and give each point once', () => {
    const exact = fc.property(anyContent, anyContent, (a, b) => {
      const found = differencesOf(a, b);
      expect(found.length === 0).toBe(JSON.stringify(a) === JSON.stringify(b));
      expect(new Set(shown(found)).size).toBe(found.length);
      expect(differencesOf(a, copyOf(a))).toEqual([]);
    });
    fc.assert(exact, { seed, numRuns: 400 });
  });

  it('no more is moved than must be', () => {
    const least = fc.property(
      fc.shuffledSubarray([...'甲乙丙丁戊己庚'], { minLength: 2 }),
      (texts) => {
        const sorted = [...texts].sort();
        const found = differencesOf(
          { ...dibao, conditions: sorted },
          { ...dibao, conditions: texts },
        );
        const inOrder = (chain: string[], rest: string[]): number =>
          Math.max(
            chain.length,
            ...rest.map((text, i) =>
              chain.length === 0 || text > (chain.at(-1) ?? '')
                ? inOrder([...chain, text], rest.slice(i + 1))
                : 0,
            ),
          );
        expect(found).toHaveLength(texts.length - inOrder([], texts));
        expect(found.every(({ kind }) => kind === 'MOVED')).toBe(true);
      },
    );
    fc.assert(least, { seed, numRuns: 200 });
  });
});

/** By the processor's time, the best of three: the machine may have other work. */
describe('speed', () => {
  it('40,000 comparisons take less than 2 s', () => {
    const others = standards.map((standard, i) => {
      const copy = copyOf(standard);
      return i % 4 === 0 ? { ...copy, materials: copy.materials.slice(1), note: '改' } : copy;
    });
    const round = () => {
      const start = process.cpuUsage();
      let count = 0;
      for (let i = 0; i < 40_000; i += 1) {
        const at = i % standards.length;
        count += differencesOf(standards[at] as ItemStandard, others[at] as ItemStandard).length;
      }
      expect(count).toBeGreaterThan(20_000);
      return process.cpuUsage(start).user / 1000;
    };
    expect(Math.min(round(), round(), round())).toBeLessThan(2000);
  });
});
