import { describe, expect, it } from '@jest/globals';
import type { ItemStandard } from '@yikou/domain';
import fc from 'fast-check';
import {
  readItemBook,
  readItemCsv,
  writeItemBook,
  writeItemCsv,
} from '../../src/documents/index.js';
import { barest } from './items.js';

/** Any text, and more often than by chance what has a meaning in one of the formats. */
const SIGNS = [
  '\\',
  '｜',
  '\n',
  '\r',
  '_x0041_',
  '（空文本）',
  '"',
  "'",
  '=',
  ',',
  '／',
  '<',
  '&',
  ' ',
];
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...SIGNS), fc.string({ unit: 'binary', maxLength: 5 })), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''));
const texts = fc.array(anyText, { maxLength: 4 });

const anyItem = fc
  .record({
    note: anyText,
    amount: fc.option(anyText),
    conditions: texts,
    kinds: texts,
    lines: texts,
  })
  .map(({ note, amount, conditions, kinds, lines }): ItemStandard => ({
    ...barest(),
    note,
    fee: { charged: true, amountFen: null, amount, basis: amount },
    conditions,
    themes: lines,
    deliveryMethods: kinds,
    legalBases: lines.map((title) => ({ title, article: note })),
    specialProcedures: kinds.map((kind) => ({
      kind,
      name: note,
      days: 3,
      unit: 'WORKING_DAY',
      countsInLimit: false,
    })),
    steps: lines.map((body) => ({
      name: note,
      role: 'COUNTER_CLERK',
      days: 1,
      handlers: [{ level: 'STREET', body }],
      parallelGroup: amount,
      onSiteInspection: false,
      substantive: true,
    })),
  }));

describe('any text', () => {
  it('comes through a CSV list to the letter', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        expect(readItemCsv(writeItemCsv([item]))).toStrictEqual({ items: [item], problems: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('keeps each rare character of a long book whole', async () => {
    const items = Array.from({ length: 40 }, (_, i) => ({
      ...barest(),
      code: `X${i}`,
      note: `${'a'.repeat(i)}${'𠮷'.repeat(2_000)}`,
    }));
    expect(readItemBook(await writeItemBook(items))).toStrictEqual({ items, problems: [] });
  });

  it('comes through a workbook to the letter', async () => {
    const items = fc.sample(anyItem, 200).map((item, i) => ({ ...item, code: `X${i}` }));
    expect(readItemBook(await writeItemBook(items))).toStrictEqual({ items, problems: [] });
  });
});
