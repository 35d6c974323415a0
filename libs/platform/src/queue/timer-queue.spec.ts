import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { Settings } from '../config/settings.js';
import { RedisServer } from '../testing/redis-server.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { until } from '../testing/until.js';
import { prepareQueue } from './backend.js';
import { TimerQueue } from './timer-queue.js';

Logger.overrideLogger(false);

/** What rang, with the instant at which it did. */
class Bell {
  readonly rings: { subjectId: string; version: number; at: number }[] = [];

  ring = async (data: { subjectId: string; version: number }): Promise<void> => {
    this.rings.push({ ...data, at: Date.now() });
  };

  of(subjectId: string) {
    return this.rings.filter((ring) => ring.subjectId === subjectId);
  }
}

describe.each(['PostgreSQL', 'Redis'])('timers on %s', (backend) => {
  let database: TestDatabase | undefined;
  let redis: RedisServer | undefined;
  let settings: Settings;
  const open: TimerQueue[] = [];

  beforeAll(async () => {
    database = await testDatabase();
    if (backend === 'Redis') redis = await RedisServer.start();
    settings = { ...database.settings, redisUrl: redis?.url };
    await prepareQueue(settings);
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((queue) => queue.close()));
  });
  afterAll(async () => {
    await redis?.stop();
    await database?.drop();
  });

  /** Opened before the test counts the time, because a busy machine takes long over it. */
  async function queue(name: string): Promise<TimerQueue> {
    const made = new TimerQueue(settings);
    open.push(made);
    await until('the queue is up', () => made.isUp(name));
    return made;
  }

  /** A later timer has rung: what should not ring again had every chance to. */
  async function laterOneRings(queued: TimerQueue, name: string, bell: Bell): Promise<void> {
    await queued.set(name, [timer('later', 300)]);
    await until('a later one rings', () => bell.of('later').length > 0);
  }

  const timer = (subjectId: string, delay: number, version = 1) => ({ subjectId, version, delay });

  it('P2: ring once, at their time and not before', async () => {
    const [queued, bell] = [await queue('once'), new Bell()];
    queued.onRing('once', bell.ring);
    const from = Date.now();
    expect(await queued.set('once', [timer('late', 900), timer('soon', 300)])).toBe(true);
    await until('both ring', () => bell.rings.length >= 2);
    await laterOneRings(queued, 'once', bell);
    for (const [subjectId, delay] of [
      ['soon', 300],
      ['late', 900],
    ] as const) {
      const [ring, ...again] = bell.of(subjectId);
      expect([ring?.version, again]).toEqual([1, []]);
      // Two milliseconds, because the backend's clock and ours are rounded apart.
      expect((ring?.at ?? 0) - from).toBeGreaterThanOrEqual(delay - 2);
      expect((ring?.at ?? 0) - from).toBeLessThan(delay + 5000);
    }
  });

  it('T17: set twice, also by another process, they ring once', async () => {
    const [queued, other, bell] = [await queue('twice'), await queue('twice'), new Bell()];
    const twice = [timer('a', 100), timer('a', 100)];
    const sets = [queued, queued, other].map((one) => one.set('twice', twice));
    expect(await Promise.all(sets)).toEqual([true, true, true]);
    queued.onRing('twice', bell.ring);
    await until('it rings', () => bell.of('a').length > 0);
    await laterOneRings(queued, 'twice', bell);
    expect(bell.of('a')).toHaveLength(1);
  });

  it('T17: each version of a subject rings; ids may be digits', async () => {
    const [queued, bell] = [await queue('versions'), new Bell()];
    const timers = [timer('12', 0, 1), timer('12', 0, 2), timer('12', 0, 2)];
    expect(await queued.set('versions', timers)).toBe(true);
    queued.onRing('versions', bell.ring);
    await until('two ring', () => bell.of('12').length >= 2);
    await laterOneRings(queued, 'versions', bell);
    const versions = bell.of('12').map(({ version }) => version);
    expect(versions.sort()).toEqual([1, 2]);
  });

  it('P2: what is past rings at once', async () => {
    const [queued, bell] = [await queue('past'), new Bell()];
    queued.onRing('past', bell.ring);
    const from = Date.now();
    await queued.set('past', [timer('hour ago', -3_600_000), timer('now', 0)]);
    await until('both ring', () => bell.rings.length >= 2);
    expect(Math.max(...bell.rings.map(({ at }) => at)) - from).toBeLessThan(5000);
  });

  it('P2: wait for a worker that starts later', async () => {
    const [queued, bell] = [await queue('waiting'), new Bell()];
    await queued.set('waiting', [timer('patient', 0)]);
    await queued.close();
    (await queue('waiting')).onRing('waiting', bell.ring);
    await until('it rings', () => bell.rings.length > 0);
  });

  it('T5: one that fails stops none of the others', async () => {
    const [queued, bell] = [await queue('failing'), new Bell()];
    queued.onRing('failing', async (data) => {
      await bell.ring(data);
      if (data.subjectId === 'bad') throw new Error('row is locked');
    });
    await queued.set('failing', [timer('bad', 0)]);
    await until('it fails', () => bell.of('bad').length > 0);
    await laterOneRings(queued, 'failing', bell);
  });

  it('are shared by several workers, each ringing once', async () => {
    const bell = new Bell();
    const [queued, second] = [await queue('shared'), await queue('shared')];
    queued.onRing('shared', bell.ring);
    second.onRing('shared', bell.ring);
    const names = Array.from({ length: 40 }, (_, i) => `s${i}`);
    await queued.set(
      'shared',
      names.map((name) => timer(name, 100)),
    );
    await until('all ring', () => bell.rings.length >= names.length);
    await laterOneRings(queued, 'shared', bell);
    const rung = bell.rings.map(({ subjectId }) => subjectId);
    expect(rung.sort()).toEqual([...names, 'later'].sort());
  });

  it('nothing to set is set; the queue says that it is up', async () => {
    const queued = await queue('up');
    expect([await queued.set('up', []), await queued.isUp('up')]).toEqual([true, true]);
  });

  it('closes promptly and finishes the ring in hand', async () => {
    const queued = await queue('closing');
    let [begun, ended] = [false, false];
    queued.onRing('closing', async () => {
      begun = true;
      await new Promise((resolve) => setTimeout(resolve, 200));
      ended = true;
    });
    await queued.set('closing', [timer('a', 0)]);
    await until('it is in hand', () => begun);
    const from = Date.now();
    await queued.close();
    expect(ended).toBe(true);
    expect(Date.now() - from).toBeLessThan(3000);
  });
});
