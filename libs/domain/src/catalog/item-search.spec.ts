import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { plainOf, searchFormOf, soughtWordsOf, spellingPattern } from './item-search.js';

const FORM = searchFormOf({
  name: '最低生活保障金给付',
  nameEn: 'Subsistence allowance (urban)',
  code: 'EQ-T-05-001',
  initials: 'zdshbzjjf',
  syllables: ['zui', 'di', 'sheng', 'huo', 'bao', 'zhang', 'jin', 'ji', 'fu'],
  words: ['社会救助', '二七区民政局'],
});

const mayHave = (query: string) =>
  soughtWordsOf(query).every(({ grams, isShort }) =>
    grams[isShort ? 'some' : 'every']((gram) => FORM.grams.includes(gram)),
  );

describe('R37: an item is found by words and by how they sound', () => {
  it.each([
    '低保',
    '保',
    '民政',
    'zdsh',
    'z',
    'zuidishenghuo',
    'allow',
    'EQ-T-05',
    'ＥＱ－Ｔ',
    '低保 民政',
  ])('the index may have %s', (query) => expect(mayHave(query)).toBe(true));

  it.each(['低狗', 'xq', '狗', 'eq-t-06', 'd', 'he'])('the index cannot have %s', (query) =>
    expect(mayHave(query)).toBe(false),
  );

  it.each([
    ['di', true],
    ['zuidi', true],
    ['diSheng'.toLowerCase(), true],
    ['uidi', false],
    ['ngh', false],
    ['subs', true],
    ['lowance', false],
  ])('%s begins a syllable or an English word: %s', (word, found) => {
    expect(new RegExp(spellingPattern(word)).test(FORM.spelling)).toBe(found);
  });

  it('asks for single characters of Chinese words and for pairs of others, five words at most', () => {
    expect(soughtWordsOf('低保')).toEqual([
      { text: '低保', isHan: true, isSpelt: false, isShort: false, grams: ['低', '保'] },
    ]);
    expect(soughtWordsOf('zds')).toEqual([
      { text: 'zds', isHan: false, isSpelt: true, isShort: false, grams: ['zd', 'ds'] },
    ]);
    expect(soughtWordsOf('  ')).toEqual([]);
    expect(soughtWordsOf('a b c d e f g')).toHaveLength(5);
  });

  it('whatever stands in the text without a blank is never ruled out by the index', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        fc.nat(),
        fc.nat(),
        (name, from, length) => {
          const form = searchFormOf({
            name,
            nameEn: '',
            code: '',
            initials: '',
            syllables: [],
            words: [],
          });
          const run =
            plainOf(name)
              .split(' ')
              .at(from % 3) ?? '';
          const part = [...run].slice(from % 7, (from % 7) + (length % 6)).join('');
          const sought = soughtWordsOf(part).filter(
            ({ text, isShort }) => !isShort && form.text.includes(text),
          );
          for (const { grams } of sought)
            for (const gram of grams) expect(form.grams).toContain(gram);
        },
      ),
    );
  });
});
