export { ApplicantPagesModule } from './applicant-pages.module.js';
