export { Applicant, CaseMaterial, MaterialFile, SupplementNotice } from './intake.entity.js';
export { IntakeModule } from './intake.module.js';
export { LARGEST_FILE } from './uploaded-file.js';
