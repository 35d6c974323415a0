import { describe, expect, it } from '@jest/globals';
import { emptyStandard } from './empty-standard.js';
import { bookDifferencesOf, editionWords, nextEdition, type BookEntry } from './spec-book.js';

const entry = (code: string, versionId: string, name = `事项${code}`): BookEntry => ({
  versionId,
  number: 1,
  standard: emptyStandard({ code, name, level: 'STREET' }),
});

describe('R32: the number of an edition', () => {
  it.each([
    [null, '2026-11-23', '2026-1'],
    [{ year: 2026, serial: 1 }, '2026-12-31', '2026-2'],
    [{ year: 2026, serial: 9 }, '2026-12-31', '2026-10'],
    [{ year: 2026, serial: 4 }, '2027-01-01', '2027-1'],
  ])('after %j on %s comes %s', (last, today, expected) => {
    expect(editionWords(nextEdition(last, today))).toBe(expected);
  });
});

describe('R32: what lies between two editions', () => {
  const first = [entry('B', 'b1'), entry('A', 'a1'), entry('C', 'c1')];

  it('is nothing between an edition and itself, in any order', () => {
    expect(bookDifferencesOf(first, [...first].reverse())).toEqual([]);
  });

  it('is what was added, taken out and changed, in the order of the codes', () => {
    const second = [entry('D', 'd1'), entry('C', 'c2', '新名称'), entry('A', 'a1')];
    expect(
      bookDifferencesOf(first, second).map(({ code, kind, differences, core }) => [
        code,
        kind,
        differences,
        core,
      ]),
    ).toEqual([
      ['B', 'REMOVED', 0, 0],
      ['C', 'CHANGED', 1, 1],
      ['D', 'ADDED', 0, 0],
    ]);
  });

  it('names both versions, and the newer name', () => {
    const [one] = bookDifferencesOf(first, [first[0]!, first[1]!, entry('C', 'c2', '新名称')]);
    expect([one?.name, one?.from?.versionId, one?.to?.versionId]).toEqual(['新名称', 'c1', 'c2']);
  });
});
