import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registered } from '../support/cases.js';
import { flagCounts, plantDeadlines } from '../support/deadlines.js';
import { openDistrict, type District } from '../support/district.js';
import { until } from '../support/worker.js';

/** The worker as a process of its own, so that it can be killed without a word. */
function spawnWorker(district: District): ChildProcess {
  const script = new URL('../../dist/src/worker.js', import.meta.url).pathname;
  return spawn(process.execPath, [script], {
    stdio: 'ignore',
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      DATABASE_URL: district.settings.databaseUrl,
      YIKOU_DATA: district.settings.dataFolder,
    },
  });
}

describe('worker-killed-while-flagging', () => {
  let district: District;
  let worker: ChildProcess | undefined;

  beforeAll(async () => {
    district = await openDistrict();
    district.clock.moveTo(new Date());
  });
  afterAll(async () => {
    worker?.kill('SIGKILL');
    await district.close();
  });

  it('3000 overdue deadlines, the worker killed again and again: each flagged once', async () => {
    const kase = await registered(await district.as('dxl-clerk1'), 'EQ-T-05-002');
    const start = Date.now();
    await plantDeadlines(
      district.sql,
      kase.id,
      Array.from({ length: 3000 }, (_, index) => new Date(start - 60_000 + index)),
    );
    const counted = () => flagCounts(district.sql, kase.id);
    for (let kills = 0; kills < 4; kills++) {
      const { missed: before } = await counted();
      worker = spawnWorker(district);
      await until(
        'the worker flags',
        counted,
        ({ missed }) => missed > before || missed === 3000,
        30_000,
      );
      worker.kill('SIGKILL');
      await once(worker, 'exit');
      const { missed, events, news } = await counted();
      expect([events, news]).toEqual([missed, missed]);
      if (missed === 3000) await plantDeadlines(district.sql, kase.id, [new Date(start - 1000)]);
    }
    worker = spawnWorker(district);
    const [{ total }] = await district.sql.query<[{ total: number }]>(
      'SELECT count(*)::int AS total FROM deadlines WHERE subject_id = $1',
      [kase.id],
    );
    const done = await until('all flagged', counted, ({ missed }) => missed === total, 30_000);
    expect(done).toMatchObject({ missed: total, events: total, news: total });
  });
});
