export {
  checkIdentityNumber,
  type IdentityNumberCheck,
  identityNumberCheckDigit,
  type IdentityNumberProblem,
} from './identity-number.js';
export {
  checkCreditCode,
  type CreditCodeCheck,
  creditCodeCheckCharacter,
  type CreditCodeProblem,
  organisationCodeCheckCharacter,
} from './credit-code.js';
export { checkTelephone, type TelephoneCheck, type TelephoneProblem } from './telephone.js';
export {
  maskAddress,
  maskIdentityNumber,
  maskName,
  maskNumbersIn,
  maskTelephone,
} from './masking.js';
export { intakeError, type IntakeErrorCode, intakeErrors } from './errors.js';
export { soughtNumber, type SoughtNumber } from './sought-number.js';
export { checkedApplicant, type ApplicantInput } from './applicant.js';
export { materialsMayBeReceived, mayReceiveMaterials, missingMaterialsOf } from './materials.js';
export { checkedAgent, type AgentInput } from './agent.js';
export {
  followerMayBeNamed,
  followerWorksAtTheHall,
  progressIsToldByTheFollower,
  type TrackingFacts,
} from './tracking.js';
export { spokenVisitCode, typedVisitCode, visitCodeOf } from './visit-code.js';
export {
  APPLICATION_STATES,
  type ApplicationState,
  applicationStateOf,
  type CaseSpan,
  itemsMakeAnApplication,
  materialKeyOf,
  MOST_ITEMS_OF_APPLICATION,
  overallClockOf,
  type OverallClock,
  positionsInHand,
} from './joint-case.js';
