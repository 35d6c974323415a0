export { Application } from './application.entity.js';
export { Applicant, CaseMaterial, MaterialFile, SupplementNotice } from './intake.entity.js';
export { CaseAgent } from './agent.entity.js';
export { CaseFollower, ProgressMessage, TailFailure } from './tracking.entity.js';
export { AgentInputDto } from './agent.dto.js';
export { forgetTailsBefore, GuardedTails } from './guarded-tails.js';
export {
  ApplicantInputDto,
  type ProgressDto,
  ProgressQueryDto,
  RegisterCaseDto,
} from './intake.dto.js';
export { IntakeModule } from './intake.module.js';
export { ProgressQueries } from './progress.queries.js';
export { RegisterCase } from './register-case.js';
export { AddressesOfSenders } from './addresses-of-senders.js';
export { FORGOTTEN, SealedPeople, type SealedVisitor } from './sealed-people.js';
export { MaterialQueries } from './material.queries.js';
export { SealedApplicants } from './sealed-applicant.js';
