import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { RedisReach } from './redis-reach.js';

const WINDOW_SECONDS = 60;

/** What became of one more request. */
export interface Taken {
  limit: string;
  /** Requests allowed in a window of `seconds`. */
  quota: number;
  seconds: number;
  allowed: boolean;
  left: number;
  /** Until the window is over and all are free again. */
  resetSeconds: number;
}

/**
 * So many requests a minute under one key. Counted in Redis for all processes together; while that does
 * not answer each process counts by itself, so a limit may become wider but never goes away.
 */
export class Limiter {
  private readonly here: RateLimiterMemory;
  private readonly shared: RateLimiterRedis | undefined;

  constructor(
    private readonly name: string,
    private readonly quota: number,
    private readonly redis?: RedisReach,
  ) {
    const options = { points: quota, duration: WINDOW_SECONDS, keyPrefix: `yikou:rate:${name}` };
    this.here = new RateLimiterMemory(options);
    this.shared = redis && new RateLimiterRedis({ ...options, storeClient: redis.client });
  }

  /** Counts one request of `key`. */
  async take(key: string): Promise<Taken> {
    const { redis, shared } = this;
    const together =
      redis?.answers && shared ? await redis.ask(() => outcomeOf(shared.consume(key))) : undefined;
    const { allowed, state } = together ?? (await outcomeOf(this.here.consume(key)));
    return {
      limit: this.name,
      quota: this.quota,
      seconds: WINDOW_SECONDS,
      allowed,
      left: state.remainingPoints,
      resetSeconds: Math.max(1, Math.ceil(state.msBeforeNext / 1000)),
    };
  }
}

/** The package rejects with the state where the limit is reached, and with an error where it failed. */
async function outcomeOf(
  counted: Promise<RateLimiterRes>,
): Promise<{ allowed: boolean; state: RateLimiterRes }> {
  try {
    return { allowed: true, state: await counted };
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return { allowed: false, state: refused };
    throw refused;
  }
}
