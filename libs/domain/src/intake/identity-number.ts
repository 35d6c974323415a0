import { isLocalDate, type LocalDate } from '../deadlines/index.js';
import type { IntakeErrorCode } from './errors.js';
import { beginsWithAProvince } from './region.js';
import { typedNumber } from './typed-number.js';

export type IdentityNumberProblem = Extract<IntakeErrorCode, `intake.identity_number_${string}`>;

export type IdentityNumberCheck =
  | {
      valid: true;
      /** As it is stored: 18 characters, the X capital. */
      number: string;
      regionCode: string;
      birthDate: LocalDate;
      sex: 'MALE' | 'FEMALE';
    }
  | { valid: false; problem: IdentityNumberProblem };

const LENGTH = 18;
const FORM = /^\d{17}[\dX]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/**
 * Checks a citizen's identity number by GB 11643-1999 and names the first thing that is wrong, from
 * the left: length, characters, province, birth date, check digit.
 *
 * @param text as typed; full-width digits, spaces and a small x are taken
 * @param today no one is born after it
 */
export function checkIdentityNumber(text: string, today: LocalDate): IdentityNumberCheck {
  const number = typedNumber(text);
  const problem = problemOf(number, today);
  if (problem !== null) return { valid: false, problem };
  return {
    valid: true,
    number,
    regionCode: number.slice(0, 6),
    birthDate: birthDateIn(number),
    sex: Number(number.charAt(16)) % 2 === 1 ? 'MALE' : 'FEMALE',
  };
}

/**
 * The check digit that belongs to the first 17 digits, GB 11643-1999 (ISO 7064 MOD 11-2).
 *
 * @param digits 17 digits or more; only the first 17 are read
 */
export function identityNumberCheckDigit(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits.charAt(i)), 0);
  return CHECK_DIGITS.charAt(sum % CHECK_DIGITS.length);
}

function problemOf(number: string, today: LocalDate): IdentityNumberProblem | null {
  if (number.length !== LENGTH) return 'intake.identity_number_length';
  if (!FORM.test(number)) return 'intake.identity_number_characters';
  if (!beginsWithAProvince(number)) return 'intake.identity_number_region';
  const birthDate = birthDateIn(number);
  if (!isLocalDate(birthDate)) return 'intake.identity_number_birth_date';
  if (birthDate > today) return 'intake.identity_number_birth_date_future';
  if (number.charAt(17) !== identityNumberCheckDigit(number)) {
    return 'intake.identity_number_check_digit';
  }
  return null;
}

function birthDateIn(number: string): LocalDate {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}
