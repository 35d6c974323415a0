export { Applicant, CaseMaterial, MaterialFile, SupplementNotice } from './intake.entity.js';
export { RegisterCaseDto } from './intake.dto.js';
export { IntakeModule } from './intake.module.js';
export { RegisterCase } from './register-case.js';
