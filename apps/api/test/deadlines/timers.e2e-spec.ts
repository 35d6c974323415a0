import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { SystemClock, TimerQueue } from '@yikou/platform';
import { registered } from '../support/cases.js';
import { flagCounts, plantDeadlines } from '../support/deadlines.js';
import { openDistrict, type District } from '../support/district.js';
import { RedisServer } from '../support/redis-server.js';
import { startWorker, until } from '../support/worker.js';

const inSeconds = (seconds: number): Date => new Date(Date.now() + seconds * 1000);
/** `count` instants spread over the seconds from `from` to `to`. */
const spread = (count: number, from: number, to: number): Date[] =>
  Array.from({ length: count }, (_, index) => inSeconds(from + ((to - from) * index) / count));

describe.each(['PostgreSQL', 'Redis'])('timers on %s', (backend) => {
  let district: District;
  let redis: RedisServer | undefined;
  let worker: INestApplicationContext | undefined;

  beforeAll(async () => {
    redis = backend === 'Redis' ? await RedisServer.start() : undefined;
    district = await openDistrict(redis ? { REDIS_URL: redis.url } : {});
    district.clock.moveTo(new Date());
  });
  afterAll(async () => {
    await worker?.close();
    await district.close();
    await redis?.stop();
  });

  it('P2: warns, then flags, each once, within 10 s of due; the case’s history says so', async () => {
    const kase = await registered(await district.as('dxl-clerk1'), 'EQ-T-05-002');
    worker = await startWorker(district.settings, new SystemClock());
    await plantDeadlines(district.sql, kase.id, spread(50, 4, 6));
    const counts = await until(
      'all flagged',
      () => flagCounts(district.sql, kase.id),
      ({ missed }) => missed === 50,
    );
    expect(counts).toMatchObject({ missed: 50, events: 50, news: 50 });
    expect(counts.latest).toBeLessThan(10);
    const noted = () =>
      district.sql.query<{ verb: string; count: number }[]>(
        "SELECT verb, count(*)::int AS count FROM case_events WHERE case_id = $1 AND verb IN ('WARNED','MISSED') GROUP BY verb ORDER BY verb",
        [kase.id],
      );
    const seen = await until(
      'history',
      noted,
      (rows) => rows.every(({ count }) => count === 50) && rows.length === 2,
    );
    expect(seen.map(({ verb }) => verb)).toEqual(['MISSED', 'WARNED']);
  });

  it('sets a timer for what is due within the hour and for nothing later', async () => {
    const kase = await registered(await district.as('dxl-clerk1'), 'EQ-T-05-002');
    await plantDeadlines(district.sql, kase.id, [inSeconds(1800), inSeconds(7200)]);
    const timers = () =>
      district.sql.query<{ timer_version: number }[]>(
        'SELECT timer_version FROM deadlines WHERE subject_id = $1 ORDER BY due_at',
        [kase.id],
      );
    const seen = await until('timer set', timers, (rows) => rows[0]?.timer_version === 1);
    expect(seen.map(({ timer_version }) => timer_version)).toEqual([1, 0]);
    expect(await district.app.get(TimerQueue).isUp('deadline')).toBe(true);
  });
});

describe('Redis wiped and stopped', () => {
  let district: District;
  let redis: RedisServer;
  let workers: INestApplicationContext[] = [];

  beforeAll(async () => {
    redis = await RedisServer.start();
    district = await openDistrict({ REDIS_URL: redis.url });
    district.clock.moveTo(new Date());
  });
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.close()));
    await district.close();
    await redis.stop();
  });

  it('redis-wiped-between-accept-and-due, then stopped throughout: 500 deadlines, all flagged within 10 s, none twice', async () => {
    const kase = await registered(await district.as('dxl-clerk1'), 'EQ-T-05-002');
    workers = await Promise.all(
      [1, 2].map(() => startWorker(district.settings, new SystemClock())),
    );
    await plantDeadlines(district.sql, kase.id, spread(500, 12, 36));
    const waiting = () =>
      district.sql.query<{ count: number }[]>(
        'SELECT count(*)::int AS count FROM deadlines WHERE subject_id = $1 AND timer_version = version',
        [kase.id],
      );
    await until('timers are set', waiting, ([row]) => row?.count === 500);
    await redis.wipe();
    await redis.stop();
    const counts = await until(
      'all flagged',
      () => flagCounts(district.sql, kase.id),
      ({ missed }) => missed === 500,
      60_000,
    );
    expect(counts).toMatchObject({ missed: 500, events: 500, news: 500 });
    expect(counts.latest).toBeLessThan(10);
  });

  it('with Redis still stopped the counter works on and readiness says degraded', async () => {
    const clerk = await district.as('dxl-clerk1');
    const kase = await registered(clerk, 'EQ-T-05-002');
    expect((await clerk.perform(kase, 'accept')).state).toBe('ACCEPTED');
    const ready = await clerk.get<{ status: string }>('/health/ready');
    expect(ready).toEqual({ status: 'degraded', database: true, queue: false, draining: false });
  });
});
