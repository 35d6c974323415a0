export * from './errors.js';
export * from './filing.js';
export * from './week.js';
