import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { APPLICANT, registered } from '../support/cases.js';
import { Client } from '../support/client.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { until } from '../support/worker.js';
import { OtlpReceiver } from './otlp-receiver.js';
import { freePort, SpawnedDoor } from './spawned-door.js';

describe('traces of the processes as they run', () => {
  let folder: string;
  let database: TestDatabase;
  let collector: OtlpReceiver;
  const doors: SpawnedDoor[] = [];
  let url: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'yikou-files-'));
    database = await testDatabase({ YIKOU_DATA: folder });
    collector = await OtlpReceiver.start();
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, PORT: String(port) };
    doors.push(new SpawnedDoor('main', database.settings, env));
    doors.push(new SpawnedDoor('worker', database.settings, env));
    await doors[0]!.ready(`${url}/health/ready`);
  });
  afterAll(async () => {
    for (const door of doors) await door.end();
    await collector.stop();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it('requests and jobs arrive; nothing of the applicant does, neither there nor in the log', async () => {
    const clerk = await Client.signIn(url, 'dxl-clerk1', 'yikou-demo');
    const kase = await registered(clerk, 'EQ-T-05-002');
    await clerk.get(`/api/v1/cases/${kase.id}/applicant`);
    const refused = await clerk.post(`/api/v1/cases?x=${APPLICANT.identityNumber}`, {
      itemCode: 'EQ-T-05-002',
      applicant: { ...APPLICANT, telephone: '1' },
      receivedMaterials: [],
    });
    expect(refused.status).toBe(400);
    for (const name of [
      'POST /api/v1/sessions',
      'POST /api/v1/cases',
      'GET /api/v1/cases/:id/applicant',
      'job deadline sweep',
      'job outbox relay',
    ]) {
      await until(
        name,
        async () => collector.count(name),
        (count) => count > 0,
      );
    }
    await until(
      'both requests',
      async () => collector.count('POST /api/v1/cases'),
      (count) => count === 2,
    );
    const services = new Set(collector.spans.map(({ service }) => service));
    expect(services).toEqual(new Set(['yikou-api', 'yikou-worker']));
    const told = collector.text + doors.map(({ output }) => output).join('');
    for (const { identityNumber, telephone, name, address } of [APPLICANT]) {
      for (const planted of [identityNumber, telephone, name, address, clerk.token]) {
        expect(told).not.toContain(planted);
      }
    }
    const { traceId } = refused.body as { traceId: string };
    expect(collector.spans.map((span) => span.traceId)).toContain(traceId);
    expect(doors[0]!.output).toContain(traceId);
  });

  it('what is left is sent when a process leaves', async () => {
    const name = 'GET /api/v1/items/:code';
    const before = collector.count(name);
    await fetch(`${url}/api/v1/items/EQ-T-05-002`);
    expect((await doors[0]!.leave()).code).toBe(0);
    expect(collector.count(name)).toBe(before + 1);
  });
});

describe('without an address for traces', () => {
  it.each([
    ['nothing of OpenTelemetry is loaded', 'undefined', false],
    ['with one it is, so that the look above can fail', '"http://127.0.0.1:9"', true],
  ])('%s', (_what, endpoint, expected) => {
    const program = `
      import { createRequire } from 'node:module';
      const { startTracing, inSpan } = await import('@yikou/platform');
      await startTracing(${endpoint}, 'test');
      await inSpan('x', async () => undefined);
      const loaded = Object.keys(createRequire(import.meta.url).cache);
      // The bare interface is no more than that, and the metrics bring it along.
      console.log(loaded.some((file) => /@opentelemetry.(?!api.)/.test(file)));
      process.exit(0);`;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '--eval', program],
      { env: { ...process.env, NODE_OPTIONS: '' }, encoding: 'utf8' },
    );
    expect([stderr, stdout.trim()]).toEqual(['', String(expected)]);
  });
});
