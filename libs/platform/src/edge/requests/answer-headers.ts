import type { FastifyInstance } from 'fastify';

/** When to come again where the answer does not say it by itself, in seconds. */
const RETRY_AFTER: Record<number, string> = { 429: '60', 503: '5' };

/** From here on an answer is an error, which is kept by nobody. */
const FIRST_ERROR = 400;

/** Nothing of ours needs a device of the person's machine. */
const PERMISSIONS = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'hid']
  .map((feature) => `${feature}=()`)
  .join(', ');

/**
 * Headers of every answer that depend on what the answer has become.
 *
 * @param mayBeKept whether a browser or proxy may keep the answer of this path
 */
export function setAnswerHeaders(
  fastify: FastifyInstance,
  mayBeKept: (path: string) => boolean,
): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    const [path = ''] = request.url.split('?');
    if (!mayBeKept(path) || reply.statusCode >= FIRST_ERROR)
      reply.header('cache-control', 'no-store');
    reply.header('permissions-policy', PERMISSIONS);
    const again = RETRY_AFTER[reply.statusCode];
    if (again && !reply.hasHeader('retry-after')) reply.header('retry-after', again);
    return payload;
  });
}
