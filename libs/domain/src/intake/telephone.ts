import type { IntakeErrorCode } from './errors.js';
import { typedNumber } from './typed-number.js';

export type TelephoneProblem = Extract<IntakeErrorCode, `intake.telephone_${string}`>;

export type TelephoneCheck =
  | { valid: true; kind: 'MOBILE'; /** 11 digits */ number: string }
  | { valid: true; kind: 'LANDLINE'; /** area code-number[-extension] */ number: string }
  | { valid: false; problem: TelephoneProblem };

const COUNTRY_PREFIX = /^(?:\+|00)86-?/;
const MOBILE = /^1[3-9]\d{9}$/;
/** 010 and 02x have three digits, every other area code four. */
const LANDLINE = /^(010|02\d|0[3-9]\d{2})-?([2-8]\d{6,7})(?:-(\d{1,6}))?$/;
const LOCAL_ONLY = /^[2-8]\d{6,7}$/;

/**
 * Checks a mainland mobile or landline number (公用电信网编号计划, the public numbering plan) and
 * writes it in one form.
 *
 * @param text as typed; +86, spaces, full-width digits, and brackets or dashes between the parts
 *   are taken
 */
export function checkTelephone(text: string): TelephoneCheck {
  const typed = typedNumber(text)
    .replace(/[‐-―]/g, '-')
    .replace(/^\((\d+)\)/, '$1-')
    .replace(COUNTRY_PREFIX, '');
  const digits = typed.replaceAll('-', '');
  if (MOBILE.test(digits)) return { valid: true, kind: 'MOBILE', number: digits };
  const landline = LANDLINE.exec(typed);
  if (landline === null) {
    const problem = LOCAL_ONLY.test(typed)
      ? 'intake.telephone_area_code_missing'
      : 'intake.telephone_invalid';
    return { valid: false, problem };
  }
  const parts = landline.slice(1).filter((part) => part !== undefined);
  return { valid: true, kind: 'LANDLINE', number: parts.join('-') };
}
