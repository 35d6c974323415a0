import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { doorFile } from '../up/doors.mjs';
import { startPostgres } from '../up/postgres/server.mjs';
import { run } from '../up/run.mjs';
import { root } from '../up/settings.mjs';

const ZONELESS = `
  select table_schema || '.' || table_name || '.' || column_name as place
  from information_schema.columns
  where data_type = 'timestamp without time zone'
    and table_schema not in ('pg_catalog', 'information_schema', 'bullmq')`;

/**
 * Runs the migrations on an empty database and asks TypeORM what it would still change to fit the
 * entities: the answer must be nothing. What the migrations made must know its time zone.
 */
export async function migrationDrift(shutdown) {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'yikou-drift-'));
  chmodSync(dir, 0o711);
  mkdirSync(path.join(dir, 'logs'));
  const remove = () => rmSync(dir, { recursive: true, force: true });
  const forget = shutdown.add({ stop: async () => remove(), force: remove });
  const server = await startPostgres(dir, { options: ['fsync=off'], shutdown });
  try {
    const env = { ...process.env, YIKOU_DATA: dir };
    Object.assign(env, { DATABASE_URL: server.url, MIGRATOR_DATABASE_URL: server.url });
    const { code, output } = await run(process.execPath, [doorFile('migration-drift')], {
      env,
      cwd: root,
      shutdown,
    });
    const zoneless = await zonelessColumns(server.url);
    return { ok: code === 0 && zoneless.length === 0, output: [output, ...zoneless].join('\n') };
  } finally {
    await server.stop();
    remove();
    forget();
  }
}

async function zonelessColumns(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query(ZONELESS);
    return rows.map(({ place }) => `${place}: timestamp without time zone`);
  } finally {
    await client.end();
  }
}
