import type { FastifyRequest } from 'fastify';

/** What stands for an address that leads nowhere; the address itself may hold anything. */
const NOWHERE = '(none)';

/**
 * The pattern of the route that a request took, never its address: that may name people, and every new
 * one would become a series of its own in the metrics.
 */
export function routePattern(request: FastifyRequest): string {
  const pattern = request.is404 ? undefined : request.routeOptions.url;
  if (pattern === undefined) return NOWHERE;
  // Files of the pages are routes by themselves, with another name in each release.
  return pattern.replace(/\/[^/:*]+\.\w+$/, '/*');
}
