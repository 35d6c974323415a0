import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { times } from '../support/bars.js';
import { APPLICANT } from '../support/cases.js';
import { Client } from '../support/client.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { until } from '../support/worker.js';
import { Callers } from './callers.js';
import { freePort, SpawnedDoor } from './spawned-door.js';

jest.setTimeout(240_000);

const ITEM = 'EQ-T-05-001';

describe('F5: the api is told to leave', () => {
  let folder: string;
  let database: TestDatabase;
  let port: number;
  let url: string;
  let door: SpawnedDoor;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'yikou-files-'));
    database = await testDatabase({ YIKOU_DATA: folder });
    port = await freePort();
    url = `http://127.0.0.1:${port}`;
  });
  afterEach(() => door.end());
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const open = async (env: NodeJS.ProcessEnv = {}) => {
    door = new SpawnedDoor('main', database.settings, { PORT: String(port), ...env });
    await door.ready(`${url}/health/ready`);
  };

  it('again and again under the load of twenty callers: no request fails, gone within ten seconds', async () => {
    await open();
    const clerk = await Client.signIn(url, 'dxl-clerk1', 'yikou-demo');
    const callers = new Callers(port, clerk.token);
    callers.start(14, () => ({ method: 'GET', path: `/api/v1/items/${ITEM}` }));
    callers.start(6, () => ({
      method: 'POST',
      path: '/api/v1/cases',
      body: { itemCode: ITEM, applicant: APPLICANT, receivedMaterials: [] },
    }));
    const took: number[] = [];
    for (let round = 0; round < Math.max(2, times(10)); round++) {
      const before = callers.answered;
      await until(
        'they are served',
        async () => callers.answered,
        (now) => now > before + 100,
      );
      const { code, seconds } = await door.leave();
      expect([code, callers.failures]).toEqual([0, []]);
      took.push(seconds);
      await open();
    }
    await callers.stop();
    expect(callers.failures).toEqual([]);
    expect(Math.max(...took)).toBeLessThan(10);
    const [kept] = await database.owner.query<{ cases: number }[]>(
      'SELECT count(*)::int AS cases FROM cases',
    );
    expect(kept?.cases).toBe(callers.changed);
    const figures = { answered: callers.answered, cases: kept?.cases, slowest: Math.max(...took) };
    process.stdout.write(`${JSON.stringify(figures)}\n`);
  });

  it('says at once that it is not ready, and serves on until the time of grace is over', async () => {
    await open({ YIKOU_DRAIN_MS: '1500' });
    const ready = async () => {
      const answer = await fetch(`${url}/health/ready`);
      return { status: answer.status, body: await answer.json() };
    };
    expect(await ready()).toMatchObject({
      status: 200,
      body: { status: 'ready', draining: false },
    });
    door.signal('SIGTERM');
    await until('it says so', ready, ({ status }) => status === 503, 1000);
    expect((await ready()).body).toEqual({ status: 'not-ready', draining: true });
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    expect((await fetch(`${url}/api/v1/items/${ITEM}`)).status).toBe(200);
    expect((await door.exited).code).toBe(0);
  });

  it('gives up on a request that never ends, says which, and is gone within ten seconds', async () => {
    await open();
    const socket = net.connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(
      'POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n' +
        'Content-Length: 100\r\n\r\n{"loginName":"13800138000',
    );
    // The request is there once its headers are read; a second one behind it proves that they are.
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    const { code, seconds } = await door.leave();
    expect([code, seconds < 10]).toEqual([1, true]);
    expect(door.output).toMatch(/gave up at \\"requests in hand\\".*POST \/api\/v1\/sessions/);
    expect(door.output).not.toContain('13800138000');
  });
});

describe('F5: the worker is told to leave', () => {
  let database: TestDatabase;
  let folder: string;
  let worker: SpawnedDoor;
  let port: number;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'yikou-files-'));
    database = await testDatabase({ YIKOU_DATA: folder });
    port = await freePort();
    worker = new SpawnedDoor('worker', database.settings, { YIKOU_WORKER_PORT: String(port) });
    await worker.ready(`http://127.0.0.1:${port}/health/ready`);
  });
  afterAll(async () => {
    await worker.end();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it('the turn in hand is finished before its connections are closed', async () => {
    const news = randomUUID();
    const runner = database.owner.createQueryRunner();
    await runner.query('START TRANSACTION');
    await runner.query('LOCK TABLE outbox IN ACCESS EXCLUSIVE MODE');
    await runner.query(
      `INSERT INTO outbox (topic, subject_id, payload) VALUES ('test.nobody-listens', $1, '{}')`,
      [news],
    );
    const waiting = async () => {
      const [row] = await database.owner.query<{ count: number }[]>(
        `SELECT count(*)::int FROM pg_locks WHERE NOT granted AND relation = 'outbox'::regclass`,
      );
      return row?.count ?? 0;
    };
    await until('a turn waits for the lock', waiting, (count) => count > 0);
    worker.signal('SIGTERM');
    const ready = () => fetch(`http://127.0.0.1:${port}/health/ready`).then(({ status }) => status);
    await until('it says that it leaves', ready, (status) => status === 503);
    expect(await waiting()).toBeGreaterThan(0);
    await runner.query('COMMIT');
    await runner.release();
    expect(await worker.exited).toEqual({ code: 0, signal: null });
    expect(worker.output).not.toMatch(/"level":50/);
  });
});

describe('S5: a process that nobody told to leave', () => {
  it.each([
    ['throws', `throw new Error('Key (mobile)=(13800138000) already exists.')`],
    ['rejects', `void Promise.reject(new Error('for 11010519491231002X'))`],
    ['throws a text', `setImmediate(() => { throw '11010519491231002X' })`],
  ])('%s: its last words name nobody', (_how, last) => {
    const program = `
      import { rootLogger, scrubLastWords } from '@yikou/platform';
      scrubLastWords(rootLogger('info', 'test'));
      ${last};
      setInterval(() => undefined, 1000);`;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '--eval', program],
      { env: { ...process.env, NODE_OPTIONS: '' }, encoding: 'utf8', timeout: 20_000 },
    );
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toContain('nobody caught');
    expect(stdout).not.toMatch(/13800138000|11010519491231002X/);
  });
});
