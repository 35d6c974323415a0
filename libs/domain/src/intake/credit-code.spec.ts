import { describe, expect, it } from '@jest/globals';
import {
  checkCreditCode,
  creditCodeCheckCharacter,
  organisationCodeCheckCharacter,
} from './credit-code.js';

/** A code whose both check characters are right. */
function codeWith(first8: string, organisationBody: string): string {
  const first17 = `${first8}${organisationBody}${organisationCodeCheckCharacter(organisationBody)}`;
  return `${first17}${creditCodeCheckCharacter(first17)}`;
}

describe('GB 32100-2015: a unified social credit code', () => {
  it.each([
    ['11511301008778183N', '511301', '008778183'],
    ['115113010833722043', '511301', '083372204'],
    ['91350100M000100Y43', '350100', 'M000100Y4'],
  ])('%s is right', (code, regionCode, organisationCode) => {
    expect(checkCreditCode(code)).toEqual({ valid: true, code, regionCode, organisationCode });
  });

  it.each([
    ['a street office', codeWith('11410103', '00527310')],
    ['a law firm', codeWith('31410000', 'MD012345')],
    ['a village collective', codeWith('N2410103', 'MF1A2B3C')],
    ['a company on the national register', codeWith('91100000', '71092503')],
  ])('of %s is right', (_whose, code) => {
    expect(checkCreditCode(code)).toMatchObject({ valid: true, code });
  });

  it('is taken in small and full-width letters and with spaces', () => {
    expect(checkCreditCode(' 91350100 m000100y43').valid).toBe(true);
    expect(checkCreditCode('９１３５０１００Ｍ０００１００Ｙ４３').valid).toBe(true);
  });

  it.each([
    ['', 'length'],
    ['91350100M000100Y4', 'length'],
    ['91350100M000100Y433', 'length'],
    ['9135010OM000100Y43', 'characters'],
    ['9135A100M000100Y43', 'characters'],
    ['91350100M000100S43', 'characters'],
    [codeWith('B1350100', 'M000100Y'), 'authority'],
    [codeWith('91990100', 'M000100Y'), 'region'],
    ['91350100M000100Y53', 'organisation'],
    ['91350100M000100Y44', 'check_character'],
    ['11511301008778183M', 'check_character'],
  ])('%s is wrong in its %s', (code, what) => {
    const problem = `intake.credit_code_${what}`;
    expect(checkCreditCode(code)).toEqual({ valid: false, problem });
  });

  it('never passes with one character mistyped', () => {
    const right = '11511301008778183N';
    for (let i = 0; i < right.length; i += 1) {
      for (const c of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
        if (c === right[i]) continue;
        const mistyped = `${right.slice(0, i)}${c}${right.slice(i + 1)}`;
        expect(checkCreditCode(mistyped).valid).toBe(false);
      }
    }
  });
});

describe('GB 11714: the check character of an organisation code', () => {
  it.each([
    ['00877818', '3'],
    ['08337220', '4'],
    ['M000100Y', '4'],
    ['00000000', '0'],
    ['00000006', 'X'],
  ])('of %s is %s', (body, check) => {
    expect(organisationCodeCheckCharacter(body)).toBe(check);
  });
});
