import type { FastifyInstance } from 'fastify';
import { mayReadMetrics } from './may-read-metrics.js';
import type { Metrics } from './metrics.js';

export const METRICS_PATH = '/metrics';

/** To whoever may not read them the page does not exist. */
export function serveMetrics(
  fastify: FastifyInstance,
  metrics: Metrics,
  token: string | undefined,
): void {
  fastify.get(METRICS_PATH, async (request, reply) => {
    if (!mayReadMetrics(request.raw, token)) {
      reply.callNotFound();
      return reply;
    }
    const { type, text } = await metrics.page();
    return reply.type(type).send(text);
  });
}
