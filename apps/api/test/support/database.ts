import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { prepareQueue, readSettings, type Settings } from '@yikou/platform';
import { loadCalendar } from '../../src/demo/load-calendar.js';
import { loadDemo } from '../../src/demo/load-demo.js';
import { openToApp } from '../../src/app-role.js';
import { migrator } from '../../src/migrations.js';

/** Any number; suites that start together make the template once. */
const TEMPLATE_LOCK = 410104;

function adminUrl(): string {
  const url = process.env['YIKOU_TEST_PG_URL'];
  if (!url) throw new Error('YIKOU_TEST_PG_URL is not set: run the tests with npm test');
  return url;
}

/** The role of the application in tests; the server keeps it from run to run. */
const APP = { name: 'yikou_test_app', password: 'yikou-test' };

function ownerUrlOf(name: string): string {
  const url = new URL(adminUrl());
  url.pathname = `/${name}`;
  return url.toString();
}

function appUrlOf(name: string): string {
  const url = new URL(ownerUrlOf(name));
  url.username = APP.name;
  url.password = APP.password;
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
    const settings = settingsFor(draft);
    const dataSource = migrator(settings);
    await dataSource.initialize();
    await dataSource.runMigrations();
    await dataSource.transaction(loadCalendar);
    await loadDemo(dataSource);
    await prepareQueue(settings);
    await openToApp(dataSource, settings);
    await dataSource.destroy();
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
    return name;
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

/** All people of a suite call from one address, and faster than people do. */
const FROM_ONE_ADDRESS = {
  YIKOU_RATE_ACCOUNT: '1000000',
  YIKOU_RATE_ADDRESS: '1000000',
  YIKOU_RATE_SIGN_IN: '1000000',
};

function settingsFor(name: string, env: NodeJS.ProcessEnv = {}): Settings {
  return readSettings({
    YIKOU_LOG: 'silent',
    ...FROM_ONE_ADDRESS,
    ...env,
    DATABASE_URL: appUrlOf(name),
    MIGRATOR_DATABASE_URL: ownerUrlOf(name),
    PORT: '0',
  });
}

export interface TestDatabase {
  settings: Settings;
  /** The tables with the eyes of their owner, whom no policy narrows. */
  owner: DataSource;
  drop(): Promise<void>;
}

/** A database of the suite's own. */
export async function testDatabase(env: NodeJS.ProcessEnv = {}): Promise<TestDatabase> {
  const name = `yikou_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${await template(client)}`);
  });
  const settings = settingsFor(name, env);
  const owner = await migrator(settings).initialize();
  return {
    settings,
    owner,
    drop: async () => {
      await owner.destroy();
      // An autovacuum worker is not ours to end by force; without force it is asked to go.
      await asAdmin((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`)).catch(() =>
        asAdmin((client) => client.query(`DROP DATABASE ${name}`)),
      );
    },
  };
}
