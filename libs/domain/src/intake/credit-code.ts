import type { IntakeErrorCode } from './errors.js';
import { beginsWithAProvince } from './region.js';
import { typedNumber } from './typed-number.js';

export type CreditCodeProblem = Extract<IntakeErrorCode, `intake.credit_code_${string}`>;

export type CreditCodeCheck =
  | {
      valid: true;
      /** As it is stored: 18 characters, capital. */
      code: string;
      /** Where the organisation is registered; 100000 for a national body's register. */
      regionCode: string;
      /** The nine characters of GB 11714. */
      organisationCode: string;
    }
  | { valid: false; problem: CreditCodeProblem };

const LENGTH = 18;
/** Without I, O, S, V and Z, which are read as digits. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const FORM = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
/**
 * 1 机构编制, 5 民政, 9 市场监管, Y 其他 by the standard of 2015; its amendment of 2016 added 2 外交,
 * 3 司法行政, 4 文化, 6 旅游, 7 宗教, 8 工会, A 军队, N 农业. Law firms, unions and village collectives
 * come to the counter with those.
 */
const AUTHORITIES = new Set('123456789ANY');
/** Not a province: registered at national level. */
const NATIONAL_REGISTER = '10';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Checks a unified social credit code by GB 32100-2015, with the organisation code inside it by
 * GB 11714, and names the first thing that is wrong.
 *
 * @param text as typed; full-width, small letters and spaces are taken
 */
export function checkCreditCode(text: string): CreditCodeCheck {
  const code = typedNumber(text);
  const problem = problemOf(code);
  if (problem !== null) return { valid: false, problem };
  return { valid: true, code, regionCode: code.slice(2, 8), organisationCode: code.slice(8, 17) };
}

/**
 * The check character that belongs to the first 17, GB 32100-2015: weights 3^(i-1) mod 31.
 *
 * @param code 17 characters of the alphabet or more; only the first 17 are read
 */
export function creditCodeCheckCharacter(code: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, LENGTH - 1)) {
    sum += weight * ALPHABET.indexOf(character);
    weight = (weight * 3) % ALPHABET.length;
  }
  return ALPHABET.charAt((ALPHABET.length - (sum % ALPHABET.length)) % ALPHABET.length);
}

/**
 * The check character of an organisation code, GB 11714: 10 is written X, 11 is written 0.
 *
 * @param body 8 digits or letters or more; only the first 8 are read
 */
export function organisationCodeCheckCharacter(body: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, i) => total + weight * Number.parseInt(body.charAt(i), 36),
    0,
  );
  const check = 11 - (sum % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}

function problemOf(code: string): CreditCodeProblem | null {
  if (code.length !== LENGTH) return 'intake.credit_code_length';
  if (!FORM.test(code)) return 'intake.credit_code_characters';
  if (!AUTHORITIES.has(code.charAt(0))) return 'intake.credit_code_authority';
  const region = code.slice(2, 8);
  if (!beginsWithAProvince(region) && !region.startsWith(NATIONAL_REGISTER)) {
    return 'intake.credit_code_region';
  }
  if (code.charAt(16) !== organisationCodeCheckCharacter(code.slice(8, 16))) {
    return 'intake.credit_code_organisation';
  }
  if (code.charAt(17) !== creditCodeCheckCharacter(code)) {
    return 'intake.credit_code_check_character';
  }
  return null;
}
