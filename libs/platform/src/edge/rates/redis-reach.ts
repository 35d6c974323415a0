import { Redis } from 'ioredis';

/** Longer than this no request waits for Redis. */
const PATIENCE_MS = 150;
const CONNECT_MS = 1000;
/** Longest wait between two attempts to reach a stopped Redis. */
const RETRY_MS = 1000;

/**
 * A Redis that is asked only while it answers. Once it does not answer in time, the connection is given
 * up and a new one sought; until that one is ready nobody waits for it again.
 */
export class RedisReach {
  readonly client: Redis;

  constructor(url: string) {
    this.client = new Redis(url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      connectTimeout: CONNECT_MS,
      // Also ends a connection whose peer took it and then fell silent before it was ready.
      commandTimeout: CONNECT_MS,
      disconnectTimeout: PATIENCE_MS,
      retryStrategy: (tries) => Math.min(50 * 2 ** tries, RETRY_MS),
    });
    // Without a listener a lost connection would end the process; `answers` says all there is to say.
    this.client.on('error', () => undefined);
  }

  /** Whether it is worth asking. */
  get answers(): boolean {
    return this.client.status === 'ready';
  }

  /** @returns the answer, or undefined when none came in time */
  async ask<T>(question: () => Promise<T>): Promise<T | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<undefined>((resolve) => {
      // After a stall of our own the answer may have come already and only has to be read.
      timer = setTimeout(() => setImmediate(() => resolve(undefined)), PATIENCE_MS);
    });
    try {
      const asked = question();
      asked.catch(() => undefined);
      const answer = await Promise.race([asked, patience]);
      if (answer === undefined) this.client.disconnect(true);
      return answer;
    } catch {
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  close(): void {
    this.client.disconnect();
  }
}
