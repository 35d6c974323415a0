import { localDateOf } from '../deadlines/index.js';
import { checkCreditCode } from './credit-code.js';
import { intakeError } from './errors.js';
import { checkIdentityNumber } from './identity-number.js';
import { checkTelephone } from './telephone.js';

export interface SoughtNumber {
  by: 'identityNumber' | 'telephone';
  /** In the one written form in which numbers are stored. */
  number: string;
}

/**
 * The one whole number by which an applicant is looked for.
 *
 * @param now no one is born after it
 * @throws DomainError `intake.search_one_number` for none or both, else what is wrong with the number
 */
export function soughtNumber(
  { identityNumber, telephone }: { identityNumber?: string; telephone?: string },
  now: Date,
): SoughtNumber {
  if (identityNumber && !telephone) {
    const person = checkIdentityNumber(identityNumber, localDateOf(now));
    if (person.valid) return { by: 'identityNumber', number: person.number };
    const organisation = checkCreditCode(identityNumber);
    if (organisation.valid) return { by: 'identityNumber', number: organisation.code };
    throw intakeError(person.problem);
  }
  if (!telephone || identityNumber) throw intakeError('intake.search_one_number');
  const check = checkTelephone(telephone);
  if (!check.valid) throw intakeError(check.problem);
  return { by: 'telephone', number: check.number };
}
