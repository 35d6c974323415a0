import type http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { isBeating, Loops, type LoopStatus } from '../jobs/loops.js';
import { until } from '../testing/until.js';
import { Metrics } from './metrics/metrics.js';
import { openWorkerDoor } from './worker-door.js';

Logger.overrideLogger(false);

const STATUS: LoopStatus = {
  name: 'sweep',
  everyMs: 1000,
  turns: 5,
  failures: 0,
  sinceSuccess: 1,
  inHand: undefined,
};

describe('rule 7: the heartbeat of a loop', () => {
  it.each([
    ['beats', 1000, 30.9, true],
    ['has stopped', 1000, 31.1, false],
    ['is slow by intent', 600_000, 629, true],
  ])('%s', (_what, everyMs, sinceSuccess, beating) => {
    expect(isBeating({ ...STATUS, everyMs, sinceSuccess })).toBe(beating);
  });

  it('stops where turns only fail or never end', async () => {
    const loops = new Loops();
    let finish: () => void = () => undefined;
    loops.start('failing', 0, () => Promise.reject(new Error('database away')));
    loops.start('stuck', 0, () => new Promise<void>((resolve) => (finish = resolve)));
    const begun = performance.now();
    const waited = () => performance.now() - begun;
    await until('failures', () => (loops.status()[0]?.failures ?? 0) > 3 && waited() > 50);
    const [failing, stuck] = loops.status();
    expect(failing?.sinceSuccess).toBeGreaterThan(0.05);
    expect(stuck).toMatchObject({ turns: 0 });
    expect(stuck?.inHand).toBeGreaterThan(0);
    finish();
    await loops.stop();
  });
});

describe('the small door of the worker', () => {
  let server: http.Server;
  let status: LoopStatus[];
  let leaving: boolean;
  beforeEach(async () => {
    status = [STATUS];
    leaving = false;
    server = await openWorkerDoor({
      port: 0,
      loops: () => status,
      isLeaving: () => leaving,
      metrics: new Metrics(),
      token: undefined,
    });
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init);

  it('ready while every loop beats', async () => {
    const answer = await ask('/health/ready');
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { status: 'ready', draining: false, late: [] },
    ]);
  });

  it('not ready where one does not, and says which', async () => {
    status = [STATUS, { ...STATUS, name: 'relay', sinceSuccess: 60 }];
    const answer = await ask('/health/ready');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await answer.json()).toEqual({ status: 'not-ready', draining: false, late: ['relay'] });
  });

  it('not ready once told to leave; alive all the same', async () => {
    leaving = true;
    expect((await ask('/health/ready')).status).toBe(503);
    expect((await ask('/health/live')).status).toBe(200);
  });

  it('has nothing else, and takes nothing in', async () => {
    expect((await ask('/metrics')).status).toBe(200);
    expect((await ask('/metrics', { headers: { 'x-forwarded-for': '1.1.1.1' } })).status).toBe(404);
    expect((await ask('/api/v1/me')).status).toBe(404);
    expect((await ask('/health/ready', { method: 'POST' })).status).toBe(405);
  });
});
