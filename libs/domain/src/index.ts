export * from './catalog/index.js';
export * from './deadlines/index.js';
export * from './domain-error.js';
export * from './identity/index.js';
export * from './intake/index.js';
export * from './organisation/index.js';
export * from './publication/index.js';
export * from './workflow/index.js';
