export { LiveHub, type LiveListener } from './live-hub.js';
export { LIVE_CHANNEL, reaches, signal, type Signal } from './signal.js';
