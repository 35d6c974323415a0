export * from './errors.js';
export * from './preregistration.js';
