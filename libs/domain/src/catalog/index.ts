export * from './errors.js';
export * from './item.js';
export * from './route.js';
