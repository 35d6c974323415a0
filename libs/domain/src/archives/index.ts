export * from './catalogue.js';
export * from './destruction.js';
export * from './errors.js';
