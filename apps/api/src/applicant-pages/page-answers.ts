import type { FastifyReply } from 'fastify';
import { asPage } from '../publication/index.js';

/**
 * Sends a page with a form or with what somebody asked of theirs. Nobody keeps it. Its forms say where they
 * come from, which the policy of our other pages would keep them from doing.
 */
export function sendPage(reply: FastifyReply, page: string, status = 200): string {
  asPage(reply)
    .status(status)
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'same-origin');
  return page;
}
