import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../../problem/problem-error.js';
import type { EdgeSettings } from '../../config/edge-settings.js';
import { addressKey } from './address-key.js';
import { Limiter, type Taken } from './limiter.js';
import { RedisReach } from './redis-reach.js';

/**
 * How a request is counted: not at all, as usual, or also under the narrow limit of what somebody could
 * try out by guessing.
 */
export type RateClass = 'exempt' | 'usual' | 'guessable';

/** Limits by address and by account; in Redis where there is one, so that all processes count together. */
export class RateLimits {
  private readonly redis: RedisReach | undefined;
  private readonly address: Limiter;
  private readonly guesses: Limiter;
  private readonly account: Limiter;

  constructor(rates: EdgeSettings['rates'], redisUrl: string | undefined) {
    this.redis = redisUrl ? new RedisReach(redisUrl) : undefined;
    this.address = new Limiter('address', rates.address, this.redis);
    this.guesses = new Limiter('sign-in', rates.signIn, this.redis);
    this.account = new Limiter('account', rates.account, this.redis);
  }

  /** Counts every request by its address, before anything else is done for it. */
  guard(fastify: FastifyInstance, classOf: (request: FastifyRequest) => RateClass): void {
    fastify.addHook('onRequest', async (request, reply) => {
      const rateClass = classOf(request);
      if (rateClass === 'exempt') return;
      const key = addressKey(request.ip);
      const limiters = rateClass === 'guessable' ? [this.address, this.guesses] : [this.address];
      settle(reply, await Promise.all(limiters.map((limiter) => limiter.take(key))));
    });
    fastify.addHook('onClose', async () => this.close());
  }

  /**
   * Counts a request of somebody who is known by now.
   *
   * @throws ProblemError `request.rate_limited`
   */
  async takeFor(account: string, reply: FastifyReply): Promise<void> {
    settle(reply, [await this.account.take(account)]);
  }

  /** Whether all processes count together now; undefined where there is no Redis to do it in. */
  get isShared(): boolean | undefined {
    return this.redis?.answers;
  }

  close(): void {
    this.redis?.close();
  }
}

/** Tells the caller where they stand, and refuses where a limit is reached. */
function settle(reply: FastifyReply, taken: readonly Taken[]): void {
  // https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
  append(
    reply,
    'RateLimit-Policy',
    taken.map(({ limit, quota, seconds }) => `"${limit}";q=${quota};w=${seconds}`),
  );
  append(
    reply,
    'RateLimit',
    taken.map(({ limit, left, resetSeconds }) => `"${limit}";r=${left};t=${resetSeconds}`),
  );
  const refusing = taken.filter(({ allowed }) => !allowed);
  if (refusing.length === 0) return;
  const seconds = Math.max(...refusing.map(({ resetSeconds }) => resetSeconds));
  reply.header('Retry-After', String(seconds));
  throw new ProblemError(429, 'request.rate_limited', `请求过于频繁，请在 ${seconds} 秒后重试。`);
}

function append(reply: FastifyReply, name: string, values: readonly string[]): void {
  const earlier = reply.getHeader(name);
  const all = typeof earlier === 'string' ? [earlier, ...values] : values;
  reply.header(name, all.join(', '));
}
