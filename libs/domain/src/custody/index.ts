export * from './custody.js';
export * from './errors.js';
