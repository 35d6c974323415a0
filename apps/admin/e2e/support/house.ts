import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';

const API = path.resolve(import.meta.dirname, '../../../api/dist/src');
const ADMIN = path.resolve(import.meta.dirname, '../../dist');
const PATIENCE_MS = 60_000;
/** Requests a minute. */
const MANY = '1000000';

/** The product as it runs: migrated database, api with the SPA, worker; each a process of its own. */
export class House {
  private constructor(
    readonly url: string,
    private readonly database: string,
    private readonly folder: string,
    private readonly processes: ChildProcess[],
  ) {}

  static async open(): Promise<House> {
    const database = `yikou_${randomUUID().replaceAll('-', '')}`;
    await asAdmin(`CREATE DATABASE ${database}`);
    const folder = await mkdtemp(path.join(os.tmpdir(), 'yikou-browser-'));
    const port = await freePort();
    const ownerUrl = new URL(adminUrl());
    ownerUrl.pathname = `/${database}`;
    const appUrl = new URL(ownerUrl);
    Object.assign(appUrl, { username: 'yikou_test_app', password: 'yikou-test' });
    const env = {
      ...process.env,
      NODE_OPTIONS: '',
      DATABASE_URL: appUrl.toString(),
      REDIS_URL: '',
      PORT: String(port),
      YIKOU_DATA: folder,
      YIKOU_ADMIN: ADMIN,
      YIKOU_LOG: 'warn',
      // All people of a test come from one address.
      YIKOU_RATE_SIGN_IN: MANY,
      YIKOU_RATE_ADDRESS: MANY,
      YIKOU_RATE_ACCOUNT: MANY,
    };
    const door = (name: string, more: NodeJS.ProcessEnv = {}) =>
      spawn(process.execPath, [path.join(API, name)], {
        env: { ...env, ...more },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    const [code] = (await once(
      door('migrate.js', { MIGRATOR_DATABASE_URL: ownerUrl.toString() }),
      'exit',
    )) as [number];
    if (code !== 0) throw new Error(`migrate ended with ${code}`);
    const processes = [door('main.js'), door('worker.js')];
    const url = `http://127.0.0.1:${port}`;
    await ready(url);
    return new House(url, database, folder, processes);
  }

  /** What no page can do yet, such as setting up a unit. */
  async sql(statement: string, values: unknown[] = []): Promise<void> {
    const url = new URL(adminUrl());
    url.pathname = `/${this.database}`;
    const client = new pg.Client({ connectionString: url.toString() });
    await client.connect();
    await client.query(statement, values).finally(() => client.end());
  }

  async close(): Promise<void> {
    await Promise.all(
      this.processes.map((child) => {
        const gone = once(child, 'exit');
        child.kill('SIGTERM');
        return gone;
      }),
    );
    await asAdmin(`DROP DATABASE ${this.database} WITH (FORCE)`);
    await rm(this.folder, { recursive: true, force: true });
  }
}

function adminUrl(): string {
  const url = process.env.YIKOU_TEST_PG_URL;
  if (!url) throw new Error('YIKOU_TEST_PG_URL is not set: run the tests with npm test');
  return url;
}

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl() });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function ready(url: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const status = await fetch(`${url}/health/ready`).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return;
    if (Date.now() > end) throw new Error(`not ready: ${status}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
