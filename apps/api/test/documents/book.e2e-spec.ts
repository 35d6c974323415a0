import { describe, expect, it } from '@jest/globals';
import { readItemBook, writeItemBook } from '../../src/documents/index.js';
import { awkward, barest, sixtyThree } from './items.js';

describe('a workbook of items', () => {
  it('R32: gives back all 63 items to the letter', async () => {
    const items = sixtyThree();
    const { items: read, problems } = readItemBook(await writeItemBook(items));
    expect(problems).toEqual([]);
    expect(read).toStrictEqual(items);
  });

  it('keeps line breaks, leading zeros, empty and missing apart, and whatever XML cannot hold', async () => {
    const items = [awkward(), barest()];
    const { items: read, problems } = readItemBook(await writeItemBook(items));
    expect(problems).toEqual([]);
    expect(read).toStrictEqual(items);
  });
});
