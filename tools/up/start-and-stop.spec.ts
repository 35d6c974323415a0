import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { freePort } from './reach.mjs';
import { Launched, isAlive, killAll, pidsOf } from './testing/launched.js';

jest.setTimeout(120_000);

const SECOND_START_MS = 20_000;
let dataDir: string;
let port: number;
let token: string;
let running: Launched;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'yikou-up-'));
  // Started by root, PostgreSQL runs as another user and must be able to pass through.
  chmodSync(dataDir, 0o711);
  port = await freePort();
});

afterAll(() => {
  running.signal('SIGKILL');
  killAll(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
});

const start = (at = port) => new Launched({ YIKOU_DATA: dataDir, PORT: String(at) });
const api = (at: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${at}`, init);
const whoAmI = () => api('/api/v1/me', { headers: { authorization: `Bearer ${token}` } });

async function signIn(): Promise<string> {
  const answer = await api('/api/v1/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ loginName: 'dxl-clerk1', password: 'yikou-demo' }),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { token: string }).token;
}

const expectAllGone = (pids: Record<string, number>) =>
  expect(Object.entries(pids).filter(([, pid]) => isAlive(pid))).toEqual([]);

async function until(fact: () => boolean): Promise<void> {
  while (!fact()) await new Promise((done) => setTimeout(done, 50));
}

/** One story, in this order: each start finds what the one before has left. */
describe('npm start', () => {
  it('runs once, of two starts at once', async () => {
    const otherPort = await freePort();
    const [one, other] = [start(), start(otherPort)];
    const loser = await Promise.race([one, other].map((it) => it.exited.then(() => it)));
    running = loser === one ? other : one;
    port = loser === one ? otherPort : port;
    expect(await loser.exited).toBe(1);
    expect(loser.stderr).toMatch(/^[^\n]*is already running on this data directory[^\n]*\n$/);
    await running.ready();
    token = await signIn();
    expect((await api('/')).headers.get('content-type')).toContain('text/html');
    expect(running.stdout).toContain('dxl-clerk1');
  });

  it('refuses a second start beside a running one', async () => {
    const second = start(await freePort());
    expect(await second.exited).toBe(1);
    expect(second.stderr).toMatch(/^[^\n]*is already running on this data directory[^\n]*\n$/);
    expect((await whoAmI()).status).toBe(200);
  });

  it('stops all it started on Ctrl-C', async () => {
    const pids = pidsOf(dataDir);
    expect(Object.keys(pids).sort()).toEqual(['api', 'postgres', 'worker']);
    running.signal('SIGINT');
    expect(await running.exited).toBe(0);
    expectAllGone(pids);
    expect(running.stderr).toBe('');
  });

  it('finds its data at the second start, soon', async () => {
    const since = Date.now();
    running = start();
    await running.ready();
    expect(Date.now() - since).toBeLessThan(SECOND_START_MS);
    expect((await whoAmI()).status).toBe(200);
  });

  it('sets up a worker that falls', async () => {
    const { worker = 0, api: apiPid } = pidsOf(dataDir);
    process.kill(worker, 'SIGKILL');
    await until(() => ![undefined, worker].includes(pidsOf(dataDir)['worker']));
    expect(pidsOf(dataDir)['api']).toBe(apiPid);
    expect((await whoAmI()).status).toBe(200);
  });

  it('takes over what a killed launcher left', async () => {
    const before = pidsOf(dataDir);
    running.signal('SIGKILL');
    expect(await running.exited).toBe('SIGKILL');
    expect(Object.values(before).every(isAlive)).toBe(true);
    running = start();
    await running.ready();
    const after = pidsOf(dataDir);
    expect(after['postgres']).toBe(before['postgres']);
    expect([before['api'], before['worker']].filter(isAlive)).toEqual([]);
    expect((await whoAmI()).status).toBe(200);
  });

  it('ends when the api ends', async () => {
    const pids = pidsOf(dataDir);
    process.kill(pids['api'] ?? 0, 'SIGKILL');
    expect(await running.exited).toBe(1);
    expect(running.stderr).toContain('api stopped unexpectedly');
    expectAllGone(pids);
  });

  it('ends at the second Ctrl-C, whoever does not listen', async () => {
    running = start();
    await running.ready();
    const pids = pidsOf(dataDir);
    process.kill(pids['api'] ?? 0, 'SIGSTOP');
    running.signal('SIGINT');
    await new Promise((done) => setTimeout(done, 1500));
    expect(isAlive(pids['api'])).toBe(true);
    running.signal('SIGINT');
    expect(await running.exited).toBe(130);
    await until(() => !Object.values(pids).some(isAlive));
  });
});
