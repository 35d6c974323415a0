export * from './available.js';
export * from './errors.js';
export * from './kinds.js';
export * from './number.js';
