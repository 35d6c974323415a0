export { ExportJobs } from './export-jobs.js';
export { Export, ListSettings, SavedFilter } from './finding.entity.js';
export { FindingModule } from './finding.module.js';
