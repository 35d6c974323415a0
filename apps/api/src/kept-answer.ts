import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Everybody may keep it, and asks each time whether it is still so: that costs one small query. */
const ASK_AGAIN = 'public, no-cache';

/**
 * Answers 304 without making the answer where the caller has it already (RFC 9110).
 *
 * @param stamp changes whenever the answer does
 */
export async function unlessKept<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  stamp: string,
  make: () => Promise<T>,
): Promise<T | undefined> {
  const tag = tagOf(stamp);
  const kept = isKept(request.headers['if-none-match'], tag);
  const answer = kept ? undefined : await make();
  // Only now: an error may not be kept.
  reply.header('etag', tag).header('cache-control', ASK_AGAIN);
  if (kept) reply.status(304);
  return answer;
}

/** The same where only the answer itself tells whether it has changed. */
export async function unlessSame<T extends object>(
  request: FastifyRequest,
  reply: FastifyReply,
  made: Promise<T>,
): Promise<T | undefined> {
  const answer = await made;
  return unlessKept(request, reply, JSON.stringify(answer), async () => answer);
}

/** Weak: the same content, perhaps compressed on the way. */
function tagOf(stamp: string): string {
  return `W/"${createHash('sha256').update(stamp).digest('base64url').slice(0, 27)}"`;
}

function isKept(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  const bare = (one: string) => one.trim().replace(/^W\//, '');
  return header.split(',').some((one) => one.trim() === '*' || bare(one) === bare(tag));
}
