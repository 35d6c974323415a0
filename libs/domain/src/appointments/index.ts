export * from './appointment.js';
export * from './errors.js';
export * from './home-visit.js';
export * from './places.js';
export * from './slots.js';
