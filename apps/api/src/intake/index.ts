export { Applicant, CaseMaterial, MaterialFile, SupplementNotice } from './intake.entity.js';
export { IntakeModule } from './intake.module.js';
export { MaterialQueries } from './material.queries.js';
export { SealedApplicants } from './sealed-applicant.js';
