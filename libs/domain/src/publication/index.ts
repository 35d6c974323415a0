export * from './channels.js';
export * from './decide-publication.js';
export * from './errors.js';
export * from './service-promises.js';
