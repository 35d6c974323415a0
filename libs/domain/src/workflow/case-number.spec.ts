import { describe, expect, it } from '@jest/globals';
import { streetCodeOf } from '../organisation/index.js';
import { caseNumberOf } from './case-number.js';

describe('design §3: a case number is street, local date and the day’s serial', () => {
  it.each([
    ['410103007', '2026-11-23', 1, '4101030072026112300001'],
    ['410103014', '2026-02-14', 42, '4101030142026021400042'],
    ['410103001', '2026-12-31', 99_999, '4101030012026123199999'],
    // A busier day gets a longer number, not a number of another day or case.
    ['410103001', '2026-12-31', 100_000, '41010300120261231100000'],
  ])('%s on %s, number %i: %s', (street, date, serial, expected) => {
    expect(caseNumberOf(street, date, serial)).toBe(expected);
  });

  it('takes the street’s nine digits of a community’s code too', () => {
    expect(streetCodeOf('410103007001')).toBe('410103007');
    expect(streetCodeOf('410103007000')).toBe('410103007');
  });

  it('never gives two numbers alike within a street and day, however many', () => {
    const numbers = Array.from({ length: 120_000 }, (_, i) =>
      caseNumberOf('410103007', '2026-11-23', i + 1),
    );
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
