export * from './errors.js';
export * from './exports.js';
export { soughtCases, type SoughtCases } from './sought-cases.js';
export { WORKLISTS, worklistsOf, type Worklist } from './worklists.js';
