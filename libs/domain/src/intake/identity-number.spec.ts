import { describe, expect, it } from '@jest/globals';
import { intakeError } from './errors.js';
import { checkIdentityNumber, identityNumberCheckDigit } from './identity-number.js';

const TODAY = '2026-11-23';

/** A number whose check digit is right, so that only the thing under test is wrong. */
function numberWith(first17: string): string {
  return `${first17}${identityNumberCheckDigit(first17)}`;
}

describe('GB 11643-1999: an identity number', () => {
  it.each([
    ['11010519491231002X', '110105', '1949-12-31', 'FEMALE'],
    ['440524188001010014', '440524', '1880-01-01', 'MALE'],
    ['34052419800101001X', '340524', '1980-01-01', 'MALE'],
    [numberWith('41010320240229123'), '410103', '2024-02-29', 'MALE'],
    [numberWith('41010320261123002'), '410103', TODAY, 'FEMALE'],
    [numberWith('83000019900307004'), '830000', '1990-03-07', 'FEMALE'],
  ])('%s is right', (number, regionCode, birthDate, sex) => {
    const check = checkIdentityNumber(number, TODAY);
    expect(check).toEqual({ valid: true, number, regionCode, birthDate, sex });
  });

  it.each([
    ['a small x', '11010519491231002x'],
    ['spaces', ' 110105 19491231 002X '],
    ['full-width characters', '１１０１０５１９４９１２３１００２Ｘ'],
  ])('is taken with %s', (_how, typed) => {
    const check = checkIdentityNumber(typed, TODAY);
    expect(check).toMatchObject({ valid: true, number: '11010519491231002X' });
  });

  it.each([
    ['', 'length'],
    ['110105491231002', 'length'],
    ['11010519491231002', 'length'],
    ['11010519491231002X1', 'length'],
    ['1101051949123100X2', 'characters'],
    ['11010519491231002A', 'characters'],
    [numberWith('16010519491231002'), 'region'],
    [numberWith('00010519491231002'), 'region'],
    [numberWith('41010319900230123'), 'birth_date'],
    [numberWith('41010320250229123'), 'birth_date'],
    [numberWith('41010319901301123'), 'birth_date'],
    [numberWith('41010320261124123'), 'birth_date_future'],
    ['110105194912310021', 'check_digit'],
    ['440524188001010015', 'check_digit'],
  ])('%s is wrong in its %s', (number, what) => {
    const problem = `intake.identity_number_${what}`;
    expect(checkIdentityNumber(number, TODAY)).toEqual({ valid: false, problem });
  });

  it('never passes with one digit mistyped or two neighbours swapped', () => {
    const right = numberWith('41010319851016273');
    for (let i = 0; i < 18; i += 1) {
      for (const digit of '0123456789') {
        if (digit === right[i]) continue;
        const mistyped = `${right.slice(0, i)}${digit}${right.slice(i + 1)}`;
        expect(checkIdentityNumber(mistyped, TODAY).valid).toBe(false);
      }
      const [a = '', b = ''] = right.slice(i, i + 2);
      if (a === b || b === '') continue;
      const swapped = `${right.slice(0, i)}${b}${a}${right.slice(i + 2)}`;
      expect(checkIdentityNumber(swapped, TODAY).valid).toBe(false);
    }
  });

  it('says in Chinese how to mend it', () => {
    const error = intakeError('intake.identity_number_check_digit');
    expect(error.kind).toBe('invalid');
    expect(error.title).toBe('身份证号码最后一位校验码不符，请对照证件逐位核对。');
  });
});
