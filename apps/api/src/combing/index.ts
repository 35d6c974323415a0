export { StreetCell, StreetList, StreetListEntry, StreetListImport } from './combing.entity.js';
export { CombingJobs } from './combing.jobs.js';
export { CombingModule } from './combing.module.js';
export { RefreshComparisons } from './refresh-comparisons.js';
export { RunImports } from './run-imports.js';
