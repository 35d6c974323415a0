import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { prepareQueue, readSettings, type Settings } from '@yikou/platform';
import { loadCalendar } from '../../src/demo/load-calendar.js';
import { loadDemo } from '../../src/demo/load-demo.js';
import { migrator } from '../../src/migrations.js';

/** Any number; suites that start together make the template once. */
const TEMPLATE_LOCK = 410104;

function adminUrl(): string {
  const url = process.env['YIKOU_TEST_PG_URL'];
  if (!url) throw new Error('YIKOU_TEST_PG_URL is not set: run the tests with npm test');
  return url;
}

function urlOf(name: string): string {
  const url = new URL(adminUrl());
  url.pathname = `/${name}`;
  return url.toString();
}

async function asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A migrated database with the demo district, made once a run and copied for each suite. */
async function template(client: pg.Client): Promise<string> {
  const name = `yikou_template_${process.env['YIKOU_TEST_RUN'] ?? process.ppid}`;
  await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return name;
    const draft = `${name}_draft`;
    await client.query(`DROP DATABASE IF EXISTS ${draft}`);
    await client.query(`CREATE DATABASE ${draft}`);
    const settings = readSettings({ DATABASE_URL: urlOf(draft) });
    const dataSource = migrator(settings);
    await dataSource.initialize();
    await dataSource.runMigrations();
    await dataSource.transaction(loadCalendar);
    await loadDemo(dataSource);
    await dataSource.destroy();
    await prepareQueue(settings);
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
    return name;
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

export interface TestDatabase {
  settings: Settings;
  drop(): Promise<void>;
}

/** A database of the suite's own. */
export async function testDatabase(env: NodeJS.ProcessEnv = {}): Promise<TestDatabase> {
  const name = `yikou_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${await template(client)}`);
  });
  const settings = readSettings({
    YIKOU_LOG: 'silent',
    ...env,
    DATABASE_URL: urlOf(name),
    PORT: '0',
  });
  return {
    settings,
    drop: () =>
      asAdmin(async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  };
}
