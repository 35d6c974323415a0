import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { RedisServer } from '../../testing/redis-server.js';
import { until } from '../../testing/until.js';
import { Limiter } from './limiter.js';
import { RedisReach } from './redis-reach.js';

/** Longest that one question may take, whatever Redis does. */
const NOT_FELT_MS = 300;

describe('a limit of so many requests a minute', () => {
  it('counts down, refuses, and counts each key by itself', async () => {
    const limiter = new Limiter('test', 3);
    const left = [];
    for (let i = 0; i < 3; i++) left.push((await limiter.take('one')).left);
    expect(left).toEqual([2, 1, 0]);
    expect(await limiter.take('one')).toMatchObject({ allowed: false, left: 0, quota: 3 });
    expect(await limiter.take('two')).toMatchObject({ allowed: true, left: 2, seconds: 60 });
  });

  it('tells when all are free again', async () => {
    const { resetSeconds } = await new Limiter('test', 3).take('one');
    expect(resetSeconds).toBeGreaterThan(55);
    expect(resetSeconds).toBeLessThanOrEqual(60);
  });
});

describe('a limit that several processes share', () => {
  let server: RedisServer;
  const open: RedisReach[] = [];
  beforeAll(async () => {
    server = await RedisServer.start();
  });
  afterEach(() => open.splice(0).forEach((reach) => reach.close()));
  afterAll(() => server.stop());

  const reach = async (url = server.url): Promise<RedisReach> => {
    const one = new RedisReach(url);
    open.push(one);
    if (url === server.url) await until('Redis is reached', () => one.answers);
    return one;
  };

  it('is one limit', async () => {
    const processes = [
      new Limiter('shared', 10, await reach()),
      new Limiter('shared', 10, await reach()),
    ];
    const taken = await Promise.all(
      Array.from({ length: 16 }, (_, i) => processes[i % 2]!.take('key')),
    );
    expect(taken.filter(({ allowed }) => allowed)).toHaveLength(10);
  });

  it('goes on at once in each process when Redis is killed, and is never open', async () => {
    const limiter = new Limiter('killed', 5, await reach());
    await limiter.take('key');
    await server.stop();
    const begun = performance.now();
    const taken = [];
    for (let i = 0; i < 8; i++) taken.push((await limiter.take('key')).allowed);
    expect(performance.now() - begun).toBeLessThan(NOT_FELT_MS);
    expect(taken.filter(Boolean)).toHaveLength(5);
    await server.start();
  });

  it('waits for a Redis that is silent once, and not long', async () => {
    const redis = await reach();
    const limiter = new Limiter('frozen', 5, redis);
    await limiter.take('key');
    server.freeze();
    const waits: number[] = [];
    const taken = [];
    for (let i = 0; i < 20; i++) {
      const begun = performance.now();
      taken.push((await limiter.take('key')).allowed);
      waits.push(performance.now() - begun);
    }
    expect(Math.max(...waits)).toBeLessThan(NOT_FELT_MS);
    expect(waits.filter((wait) => wait > 50)).toHaveLength(1);
    expect(taken.filter(Boolean)).toHaveLength(5);
    await server.stop();
    await server.start();
    await until('it is asked again', () => redis.answers);
  });

  it('does not take a stall of its own for a silent Redis', async () => {
    const redis = await reach();
    const limiter = new Limiter('stalled', 5, redis);
    await limiter.take('key');
    const taken = limiter.take('key');
    // The question is sent before the stall begins.
    await new Promise((resolve) => setImmediate(resolve));
    const end = performance.now() + 250;
    while (performance.now() < end);
    expect(await taken).toMatchObject({ left: 3 });
    expect(redis.answers).toBe(true);
  });

  it('F7: goes on in each process when Redis is full', async () => {
    const redis = await reach();
    const limiter = new Limiter('full', 5, redis);
    await redis.client.config('SET', 'maxmemory', '1');
    const taken = [];
    for (let i = 0; i < 8; i++) taken.push((await limiter.take('key')).allowed);
    await redis.client.config('SET', 'maxmemory', '0');
    expect(taken.filter(Boolean)).toHaveLength(5);
    expect(await limiter.take('key')).toMatchObject({ left: 4 });
  });

  it('does not wait for a Redis that was never there', async () => {
    const limiter = new Limiter('absent', 5, await reach('redis://127.0.0.1:9'));
    const begun = performance.now();
    const taken = await Promise.all(Array.from({ length: 8 }, () => limiter.take('key')));
    expect(performance.now() - begun).toBeLessThan(NOT_FELT_MS);
    expect(taken.filter(({ allowed }) => allowed)).toHaveLength(5);
  });

  it('is counted together again when Redis is back', async () => {
    const redis = await reach();
    const limiter = new Limiter('back', 5, redis);
    await server.stop();
    await until('it is seen to be gone', () => !redis.answers);
    for (let i = 0; i < 6; i++) await limiter.take('key');
    await server.start();
    await until('it is asked again', () => redis.answers);
    expect(await limiter.take('key')).toMatchObject({ allowed: true, left: 4 });
    const other = new Limiter('back', 5, await reach());
    expect(await other.take('key')).toMatchObject({ allowed: true, left: 3 });
  });
});
