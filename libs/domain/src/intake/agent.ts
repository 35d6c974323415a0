import type { LocalDate } from '../deadlines/index.js';
import { intakeError, intakeErrors, type IntakeErrorCode } from './errors.js';
import { checkIdentityNumber } from './identity-number.js';
import { checkTelephone } from './telephone.js';

/** Who acts for the applicant, and by which letter (R69, 委托代办). */
export interface AgentInput {
  name: string;
  identityNumber: string;
  telephone: string;
  letterNumber: string;
  /** First and last day on which the letter holds. */
  validFrom: LocalDate;
  validUntil: LocalDate;
}

/**
 * The agent as stored, numbers in their one written form.
 *
 * @param applicantNumber of whoever is acted for, in its one written form
 * @throws DomainError with the first problem's code and every field that is wrong
 */
export function checkedAgent(
  input: AgentInput,
  applicantNumber: string,
  today: LocalDate,
): AgentInput {
  const identity = checkIdentityNumber(input.identityNumber, today);
  const telephone = checkTelephone(input.telephone);
  const problems: [field: string, code: IntakeErrorCode][] = [];
  if (!identity.valid) problems.push(['agent.identityNumber', identity.problem]);
  else if (identity.number === applicantNumber)
    problems.push(['agent.identityNumber', 'intake.agent_is_applicant']);
  if (!telephone.valid) problems.push(['agent.telephone', telephone.problem]);
  if (input.validFrom > today) problems.push(['agent.validFrom', 'intake.agent_letter_not_begun']);
  if (input.validUntil < today || input.validUntil < input.validFrom)
    problems.push(['agent.validUntil', 'intake.agent_letter_ended']);
  const [first] = problems;
  if (first || !identity.valid || !telephone.valid) throw refusalFor(problems);
  return {
    ...input,
    name: input.name.trim(),
    letterNumber: input.letterNumber.trim(),
    identityNumber: identity.number,
    telephone: telephone.number,
  };
}

function refusalFor(problems: readonly [field: string, code: IntakeErrorCode][]) {
  const [first] = problems;
  if (!first) throw new Error('nothing is wrong');
  const fields = problems.map(([field, code]) => ({
    field,
    code,
    detail: intakeErrors[code].title,
  }));
  return intakeError(first[1], undefined, fields);
}
