import type { FastifyReply } from 'fastify';

/**
 * Lets our own pages, and nobody else's, show the answer in a frame. A browser's viewer needs its own
 * styles and the document itself; nothing else is loaded, and no script runs.
 */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'self'",
  "frame-ancestors 'self'",
].join('; ');

export function inOwnFrame(reply: FastifyReply): void {
  reply
    .header('content-security-policy', POLICY)
    .header('x-frame-options', 'SAMEORIGIN')
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store');
}
