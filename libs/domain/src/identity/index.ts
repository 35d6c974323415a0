export * from './errors.js';
export * from './lockout.js';
export * from './roles.js';
