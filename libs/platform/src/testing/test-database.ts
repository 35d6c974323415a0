import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { readSettings, type Settings } from '../config/settings.js';
import { dataSourceOptions } from '../database/database.module.js';

/** A database of the suite's own, with the machinery's tables as the migrations make them. */
export interface TestDatabase {
  settings: Settings;
  dataSource: DataSource;
  /** Runs a statement on a connection of its own. */
  query<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

export async function testDatabase(): Promise<TestDatabase> {
  const name = `platform_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(`CREATE DATABASE ${name}`);
  const url = new URL(adminUrl());
  url.pathname = `/${name}`;
  const settings = readSettings({ DATABASE_URL: url.toString(), YIKOU_LOG: 'silent' });
  const dataSource = await new DataSource(dataSourceOptions(settings, [])).initialize();
  for (const statement of machineryStatements()) await dataSource.query(statement);
  return {
    settings,
    dataSource,
    query: (sql, values = []) => dataSource.query(sql, values),
    drop: async () => {
      await dataSource.destroy();
      // An autovacuum worker is not ours to end by force; without force it is asked to go.
      await asAdmin(`DROP DATABASE ${name} WITH (FORCE)`).catch(() =>
        asAdmin(`DROP DATABASE ${name}`),
      );
    },
  };
}

function adminUrl(): string {
  const url = process.env['YIKOU_TEST_PG_URL'];
  if (!url) throw new Error('YIKOU_TEST_PG_URL is not set: run the tests with npm test');
  return url;
}

async function asAdmin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl() });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

const MIGRATIONS = new URL('../../../../apps/api/migrations/', import.meta.url);
const OURS = '(?:outbox|idempotency_keys|audit_\\w+)';
const TABLE = `\`((?:CREATE|ALTER) TABLE ${OURS}\\b[^\`]*)\``;
const INDEX = `'((?:CREATE (?:UNIQUE )?INDEX \\w+ ON|ALTER TABLE) ${OURS}\\b[^'\\n]*)'`;
const FUNCTION = '`((?:CREATE FUNCTION|REVOKE ALL ON FUNCTION|SELECT) audit_[^`]*)`';

/** Read out of the migrations, so that the tests can never see other tables than the api. */
function machineryStatements(): string[] {
  const texts = readdirSync(MIGRATIONS)
    .sort()
    .map((file) => readFileSync(new URL(file, MIGRATIONS), 'utf8'));
  return texts
    .flatMap((text) => [...text.matchAll(new RegExp(`${TABLE}|${INDEX}|${FUNCTION}`, 'g'))])
    .map(([, table, index, call]) => table ?? index ?? call ?? '');
}
