import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/i;
const OWN_NAME = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/**
 * Numbers tell how a system is doing, which is nobody's business outside: they go to this very machine
 * or to whoever has the token.
 */
export function mayReadMetrics(request: IncomingMessage, token: string | undefined): boolean {
  const [scheme, given] = request.headers.authorization?.split(' ') ?? [];
  if (token && given && scheme?.toLowerCase() === 'bearer') return isSame(given, token);
  return isFromHere(request);
}

/** A proxy on this machine also comes from here, but on behalf of somebody else. */
function isFromHere({ headers, socket }: IncomingMessage): boolean {
  return (
    LOOPBACK.test(socket.remoteAddress ?? '') &&
    OWN_NAME.test(headers.host ?? '') &&
    FORWARDED.every((name) => headers[name] === undefined)
  );
}

function isSame(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
