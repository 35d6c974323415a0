import { localDateOf } from '../deadlines/index.js';
import { checkCreditCode, checkIdentityNumber, checkTelephone } from '../intake/index.js';
import type { SoughtNumber } from '../intake/index.js';

/** What one line typed into the search box may mean; each meaning that is there is looked for. */
export interface SoughtCases {
  /** Beginning of a case number, digits only. */
  number?: string;
  /** A whole number of an applicant. */
  applicant?: SoughtNumber;
  /** Words, letters or a code of an item. */
  words?: string;
  /** Beginning of a name as it is shown, such as 赵 or 赵**. */
  name?: string;
}

/** Fewer digits begin nearly every case number of a district. */
const SHORTEST_NUMBER = 6;
/** A surname; a longer name is never shown in clear and is no use for a search by what is shown. */
const LONGEST_SURNAME = 2;

/**
 * Reads what somebody typed into the one search box over cases (P5: a whole identity number, credit
 * code or telephone is recognised, a part of one is not).
 *
 * @param now no one is born after it
 */
export function soughtCases(typed: string, now: Date): SoughtCases {
  const text = typed.normalize('NFKC').trim();
  const applicant = applicantOf(text, now);
  const digits = text.replaceAll(/[\s-]/g, '');
  const isNumber = /^\d+$/.test(digits);
  const isIdentity = applicant?.by === 'identityNumber';
  return {
    ...(applicant ? { applicant } : {}),
    ...(isNumber && !isIdentity && digits.length >= SHORTEST_NUMBER ? { number: digits } : {}),
    ...(text !== '' && !isNumber && !isIdentity && !text.includes('*') ? { words: text } : {}),
    ...(isShownName(text) ? { name: text } : {}),
  };
}

function applicantOf(text: string, now: Date): SoughtNumber | undefined {
  const person = checkIdentityNumber(text, localDateOf(now));
  if (person.valid) return { by: 'identityNumber', number: person.number };
  const organisation = checkCreditCode(text);
  if (organisation.valid) return { by: 'identityNumber', number: organisation.code };
  const telephone = checkTelephone(text);
  return telephone.valid ? { by: 'telephone', number: telephone.number } : undefined;
}

function isShownName(text: string): boolean {
  if (/^[^*\d]+\*+$/.test(text)) return true;
  return /^\p{Script=Han}+$/u.test(text) && [...text].length <= LONGEST_SURNAME;
}
