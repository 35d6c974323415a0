import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { Client, type Dto } from '../support/client.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { Finder, plantedPeople } from '../support/planted.js';
import { Processes } from '../support/processes.js';
import { RedisServer } from '../support/redis-server.js';

const PEOPLE = plantedPeople(1000);
const FINDER = new Finder(PEOPLE);
const AT_ONCE = 8;
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

/** S5: 1,000 people are taken in, served and asked for; then every place that keeps bytes is searched. */
describe('S5: planted personal data stands nowhere in clear', () => {
  let folder: string;
  let database: TestDatabase;
  let redis: RedisServer;
  let traces: { server: Server; url: string; bodies: Buffer[] };
  let processes: Processes;
  let clerk: Client;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'yikou-planted-'));
    database = await testDatabase({ YIKOU_DATA: folder });
    redis = await RedisServer.start();
    traces = await traceReceiver();
    processes = await Processes.start(database.settings, {
      YIKOU_LOG: 'trace',
      REDIS_URL: redis.url,
      OTEL_EXPORTER_OTLP_ENDPOINT: traces.url,
      YIKOU_RATE_ACCOUNT: '1000000',
      YIKOU_RATE_ADDRESS: '1000000',
      YIKOU_RATE_SIGN_IN: '1000000',
    });
    clerk = await Client.signIn(processes.url, 'dxl-clerk1', 'yikou-demo');
  });
  afterAll(async () => {
    await processes.stop();
    await redis.stop();
    traces.server.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Eight at a time. */
  async function each<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
    const waiting = [...all];
    const one = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
  }

  it('a thousand people are taken in, each with a key, and found again by both numbers', async () => {
    await each(PEOPLE, async (applicant) => {
      const body = { itemCode: 'EQ-T-05-002', applicant, receivedMaterials: [] };
      const { status } = await clerk.post('/api/v1/cases', body, {
        'idempotency-key': `planted-${PEOPLE.indexOf(applicant)}`,
      });
      expect(status).toBe(201);
    });
    let found = 0;
    await each(PEOPLE, async ({ identityNumber, telephone }) => {
      for (const body of [{ identityNumber }, { telephone }]) {
        const { items } = await clerk.do<Dto<'ApplicantCasesDto'>>(
          '/api/v1/applicants/search',
          body,
        );
        if (items.length === 1) found += 1;
      }
    });
    expect(found).toBe(2 * PEOPLE.length);
  });

  it('they come in clear where they should: to who unmasks them', async () => {
    const { items } = await clerk.get<Dto<'CasePageDto'>>('/api/v1/cases?limit=20');
    for (const { id } of items) {
      const path = `/api/v1/cases/${id}/applicant/unmask`;
      const clear = await clerk.do<Dto<'ClearApplicantDto'>>(path, { reason: '核对联系电话' });
      expect(FINDER.in(JSON.stringify(clear)).length).toBeGreaterThan(2);
    }
  });

  it('refusals do not repeat them', async () => {
    for (const [index, one] of PEOPLE.slice(0, 20).entries()) {
      const wrong = { ...one, telephone: `${one.telephone}9`, address: '地'.repeat(300) };
      const tries = [
        { itemCode: 'EQ-T-05-002', applicant: wrong, receivedMaterials: [] },
        { itemCode: one.identityNumber, applicant: one, receivedMaterials: [] },
        {
          itemCode: 'EQ-T-05-002',
          applicant: one,
          receivedMaterials: [99],
          [one.identityNumber]: 1,
        },
      ];
      for (const body of tries) {
        const { status, body: answer } = await clerk.post('/api/v1/cases', body);
        expect([index, status >= 400, FINDER.in(JSON.stringify(answer))]).toEqual([
          index,
          true,
          [],
        ]);
      }
      const malformed = await clerk.send('POST', '/api/v1/cases', {
        body: `{"applicant": "${one.identityNumber}`,
        headers: { 'content-type': 'application/json' },
      });
      expect([malformed.status, FINDER.in(JSON.stringify(malformed.body))]).toEqual([400, []]);
    }
  });

  it('a name of a file, a receiver, an address that does not exist: they are tried as well', async () => {
    const [one] = PEOPLE;
    const { items } = await clerk.get<Dto<'CasePageDto'>>('/api/v1/cases?limit=1');
    const kase = items[0];
    if (!one || !kase) throw new Error('nobody was taken in');
    await clerk.upload(
      `/api/v1/cases/${kase.id}/materials/0/files`,
      `${one.identityNumber}.pdf`,
      PDF,
    );
    await clerk.send('GET', `/api/v1/nothing/${one.identityNumber}?telephone=${one.telephone}`);
    await clerk.send('GET', `/api/v1/cases/${one.identityNumber}`);
    await clerk.send('GET', `/api/v1/cases?cursor=${one.identityNumber}`);
    await clerk.post('/api/v1/sessions', {
      loginName: one.identityNumber,
      password: one.telephone,
    });
  });

  it('0 places: tables, write-ahead log, Redis, files, traces, logs', async () => {
    const places: Record<string, string[]> = {};
    for (const table of await tables()) {
      const rows: { row: string }[] = await database.owner.query(
        `SELECT t::text AS row FROM ${table} t`,
      );
      places[`table ${table}`] = FINDER.in(rows.map(({ row }) => row).join('\n'));
    }
    places['redis'] = FINDER.in(await redisDump());
    places['files'] = FINDER.in((await readdir(folder, { recursive: true })).join('\n'));
    for (const [name, bytes] of await walFiles()) places[`wal ${name}`] = FINDER.in(bytes);
    places['traces'] = FINDER.in(Buffer.concat(traces.bodies));
    places['logs'] = FINDER.in(processes.output);
    expect(Object.entries(places).filter(([, found]) => found.length > 0)).toEqual([]);
    expect(processes.output.length).toBeGreaterThan(100_000);
    expect(Buffer.concat(traces.bodies).length).toBeGreaterThan(100_000);
  });

  it('the finder does find: the same search over what was sent', () => {
    const [one] = PEOPLE;
    expect(FINDER.in(JSON.stringify(one)).length).toBe(4);
    expect(FINDER.in(Buffer.from(JSON.stringify(one))).length).toBe(4);
  });

  const tables = async (): Promise<string[]> =>
    (
      await database.owner.query<{ name: string }[]>(
        `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
         WHERE schemaname IN ('public', 'bullmq')`,
      )
    ).map(({ name }) => name);

  async function redisDump(): Promise<string> {
    const client = new Redis(redis.url);
    const values: unknown[] = [];
    for (const key of await client.keys('*')) values.push(key, await client.dumpBuffer(key));
    await client.quit();
    return values.map(String).join('\n');
  }

  /** The log of the server, where the suite was told in which folder it runs. */
  async function walFiles(): Promise<[string, Buffer][]> {
    const server = process.env['YIKOU_TEST_PG_FOLDER'];
    if (!server) return [];
    const wal = path.join(server, 'pg_wal');
    const names = (await readdir(wal)).filter((name) => /^[0-9A-F]{24}$/.test(name));
    return Promise.all(
      names.map(async (name): Promise<[string, Buffer]> => [
        name,
        await readFile(path.join(wal, name)),
      ]),
    );
  }
});

/** Takes what OpenTelemetry sends. */
async function traceReceiver(): Promise<{ server: Server; url: string; bodies: Buffer[] }> {
  const bodies: Buffer[] = [];
  const server = createServer((request, answer) => {
    request.on('data', (piece: Buffer) => bodies.push(piece));
    request.on('end', () =>
      answer.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bodies };
}
