import type { FieldProblem } from '../domain-error.js';
import type { LocalDate } from '../deadlines/index.js';
import { checkCreditCode } from './credit-code.js';
import { intakeError, intakeErrors, type IntakeErrorCode } from './errors.js';
import { checkIdentityNumber } from './identity-number.js';
import { checkTelephone } from './telephone.js';

export interface ApplicantInput {
  kind: 'PERSON' | 'ORGANISATION';
  name: string;
  identityNumber: string;
  telephone: string;
  address?: string | null;
}

/**
 * The applicant as stored, numbers in their one written form.
 *
 * @param today no one is born after it
 * @throws DomainError with the first problem's code and every field that is wrong
 */
export function checkedApplicant(input: ApplicantInput, today: LocalDate): ApplicantInput {
  const person = input.kind === 'PERSON';
  const identity = person
    ? checkIdentityNumber(input.identityNumber, today)
    : checkCreditCode(input.identityNumber);
  const telephone = checkTelephone(input.telephone);
  const problems: [field: string, code: IntakeErrorCode][] = [];
  if (!identity.valid) problems.push(['applicant.identityNumber', identity.problem]);
  if (!telephone.valid) problems.push(['applicant.telephone', telephone.problem]);
  if (!identity.valid || !telephone.valid) throw refusalFor(problems);
  return {
    kind: input.kind,
    name: input.name.trim(),
    identityNumber: 'number' in identity ? identity.number : identity.code,
    telephone: telephone.number,
    address: input.address?.trim() || null,
  };
}

function refusalFor(problems: readonly [field: string, code: IntakeErrorCode][]) {
  const fields: FieldProblem[] = problems.map(([field, code]) => ({
    field,
    code,
    detail: intakeErrors[code].title,
  }));
  const [first] = problems;
  if (!first) throw new Error('nothing is wrong');
  return intakeError(first[1], undefined, fields);
}
