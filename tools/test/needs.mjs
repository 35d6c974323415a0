import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from '../up/postgres/server.mjs';
import { root } from '../up/settings.mjs';
import { listTests } from './jest.mjs';
import { findProgram } from './programs.mjs';

/** What the chosen test files want; rules are tested without anything around them. */
export async function needsOf(args, shutdown) {
  const files = (await listTests(args, shutdown)).map((file) => path.relative(root, file));
  const some = (...folders) => files.some((file) => folders.some((dir) => file.startsWith(dir)));
  return {
    build: some('apps/', 'tools/up/'),
    postgres: some('apps/', 'libs/platform/'),
    redis: some('apps/', 'libs/platform/'),
    chromium: some('apps/admin/'),
  };
}

/** @returns {Promise<Record<string, string>>} the variables by which the tests find their parts */
export async function provide(needs, shutdown) {
  const env = {};
  if (needs.redis) env.YIKOU_TEST_REDIS_SERVER = await findProgram('redis', shutdown);
  if (needs.chromium) env.YIKOU_TEST_CHROMIUM = await findProgram('chromium', shutdown);
  if (needs.postgres) Object.assign(env, await temporaryPostgres(shutdown));
  return env;
}

/** Gone with the test run, so it need not survive a power cut. */
async function temporaryPostgres(shutdown) {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'yikou-test-'));
  chmodSync(dir, 0o711);
  mkdirSync(path.join(dir, 'logs'));
  const remove = () => rmSync(dir, { recursive: true, force: true });
  shutdown.add({ stop: async () => remove(), force: remove });
  const options = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
  const { url, folder } = await startPostgres(dir, {
    options: [...options, 'max_connections=300'],
    shutdown,
  });
  return { YIKOU_TEST_PG_URL: url, YIKOU_TEST_PG_FOLDER: folder };
}
