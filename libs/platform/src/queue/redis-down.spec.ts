import { once } from 'node:events';
import net from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { readSettings } from '../config/settings.js';
import { freePort, RedisServer } from '../testing/redis-server.js';
import { until } from '../testing/until.js';
import { TimerQueue } from './timer-queue.js';

const said: string[] = [];
const listen = (message: unknown) => void said.push(String(message));
Logger.overrideLogger({ log: listen, warn: listen, error: listen });

/** How long a caller may be held up by a Redis that does not answer. */
const PATIENCE_MS = 3500;

const timer = (subjectId: string, delay = 0) => ({ subjectId, version: 1, delay });

describe('P2: a stopped Redis makes things late, never lost, and holds nobody up', () => {
  const servers: RedisServer[] = [];
  const queues: TimerQueue[] = [];
  afterEach(async () => {
    await Promise.all(queues.splice(0).map((queue) => queue.close()));
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });

  function queueOn(url: string): TimerQueue {
    const queue = new TimerQueue(readSettings({ DATABASE_URL: 'unused', REDIS_URL: url }));
    queues.push(queue);
    return queue;
  }

  async function runningRedis(): Promise<RedisServer> {
    const server = await RedisServer.start();
    servers.push(server);
    return server;
  }

  /** Both ask at once, so that the test waits for the queue's patience only once. */
  async function neitherSetNorUp(queue: TimerQueue, name: string): Promise<void> {
    const answers = () => Promise.all([queue.set(name, [timer('a')]), queue.isUp(name)]);
    expect(await inTime(answers)).toEqual([false, false]);
  }

  async function closesPromptly(queue: TimerQueue): Promise<void> {
    queues.splice(queues.indexOf(queue), 1);
    await inTime(() => queue.close());
  }

  /** What an answer was and that it came in time. */
  async function inTime<T>(work: () => Promise<T>): Promise<T> {
    const from = Date.now();
    const answer = await work();
    expect(Date.now() - from).toBeLessThan(PATIENCE_MS);
    return answer;
  }

  it('never reachable from the start: setting says so, asking says so, closing is prompt', async () => {
    const queue = queueOn(`redis://127.0.0.1:${await freePort()}`);
    queue.onRing('down', async () => undefined);
    await neitherSetNorUp(queue, 'down');
    await closesPromptly(queue);
  });

  it('stopped while at work: the same', async () => {
    const redis = await runningRedis();
    const queue = queueOn(redis.url);
    queue.onRing('stopped', async () => undefined);
    expect(await queue.set('stopped', [timer('a', 60_000)])).toBe(true);
    await redis.stop();
    await neitherSetNorUp(queue, 'stopped');
    const lines = () => said.filter((line) => line.startsWith('queue stopped: '));
    await until('queue and worker say what is wrong', () => lines().length === 2);
    await closesPromptly(queue);
    // One line a minute each, however often they try to connect.
    expect(lines()).toHaveLength(2);
    await expect(visitOf(redis.port)).rejects.toThrow('not within');
  });

  it('stopped with a ring in hand: it is finished', async () => {
    const redis = await runningRedis();
    const queue = queueOn(redis.url);
    let [begun, ended] = [false, false];
    queue.onRing('in-hand', async () => {
      begun = true;
      await until('the queue notices', async () => !(await queue.isUp('in-hand')));
      ended = true;
    });
    await queue.set('in-hand', [timer('a')]);
    await until('it is in hand', () => begun);
    await redis.stop();
    await queue.close();
    expect(ended).toBe(true);
  });

  it('hung, with its port still open: the same', async () => {
    const redis = await runningRedis();
    const queue = queueOn(redis.url);
    queue.onRing('hung', async () => undefined);
    expect(await queue.isUp('hung')).toBe(true);
    redis.freeze();
    await neitherSetNorUp(queue, 'hung');
    await closesPromptly(queue);
  });

  it('started again, empty: the worker goes on and what is set anew rings once', async () => {
    const redis = await runningRedis();
    const queue = queueOn(redis.url);
    const rung: string[] = [];
    queue.onRing('again', async ({ subjectId }) => void rung.push(subjectId));
    await queue.set('again', [timer('before')]);
    await until('it rings before', () => rung.includes('before'));
    await queue.set('again', [timer('lost', 60_000)]);
    await redis.stop();
    expect(await queue.set('again', [timer('while down')])).toBe(false);
    await redis.start();
    await until('the queue is up again', () => queue.isUp('again'));
    // What the sweep would set anew, since the emptied Redis has forgotten it.
    expect(await queue.set('again', [timer('lost'), timer('after')])).toBe(true);
    await until('both ring', () => rung.includes('lost') && rung.includes('after'), 15_000);
    expect(rung.filter((subjectId) => subjectId === 'lost')).toHaveLength(1);
  }, 30_000);

  it('reachable only later: nothing need be restarted', async () => {
    const port = await freePort();
    const queue = queueOn(`redis://127.0.0.1:${port}`);
    const rung: string[] = [];
    queue.onRing('later', async ({ subjectId }) => void rung.push(subjectId));
    expect(await queue.set('later', [timer('early')])).toBe(false);
    servers.push(await RedisServer.start(port));
    await until('the queue is up', () => queue.isUp('later'));
    await queue.set('later', [timer('late')]);
    await until('it rings', () => rung.includes('late'), 15_000);
  }, 30_000);
});

/** Somebody still seeks a Redis there; it would keep the process from ending. */
async function visitOf(port: number): Promise<void> {
  let visits = 0;
  const door = net.createServer((socket) => {
    visits += 1;
    socket.destroy();
  });
  await once(door.listen(port, '127.0.0.1'), 'listening');
  try {
    await until('a visit', () => visits > 0, 1500);
  } finally {
    door.close();
    await once(door, 'close');
  }
}
