export * from './area.js';
export * from './errors.js';
