export * from './consultation.js';
export * from './errors.js';
export * from './ticket.js';
