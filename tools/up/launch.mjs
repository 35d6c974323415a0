import path from 'node:path';
import { printBanner } from './banner.mjs';
import { developDoors } from './develop.mjs';
import { doorFile, migrate, stopOrphans } from './doors.mjs';
import { launchable } from './launchable.mjs';
import { tryLock } from './lock.mjs';
import { appUrl } from './app-url.mjs';
import { startPostgres } from './postgres/server.mjs';
import { assertAnswers, assertDatabase, assertPortFree, assertRedis } from './reach.mjs';
import { Refusal } from './refusal.mjs';
import { say } from './say.mjs';
import { openRestarting, openVital, waitReady } from './services.mjs';
import { adminDir, prepareDataDir, readSettings } from './settings.mjs';
import { prepareWorkspace } from './workspace.mjs';

/** @param {'start' | 'dev'} mode */
export const launch = (mode) => launchable((shutdown) => up(mode, shutdown), { stays: true });

async function up(mode, shutdown) {
  const settings = readSettings();
  prepareDataDir(settings.dataDir);
  holdLock(settings, shutdown);
  await stopOrphans(settings.dataDir);
  await assertPortFree(settings.port);
  if (settings.databaseUrl) await assertAnswers('DATABASE_URL', settings.databaseUrl, 5432);
  if (settings.redisUrl) await assertAnswers('REDIS_URL', settings.redisUrl, 6379);
  await prepareWorkspace(shutdown);
  if (settings.redisUrl) await assertRedis(settings.redisUrl);
  const { ownerUrl, ...addresses } = await database(settings, shutdown);
  const env = environment(settings, addresses.appUrl);
  const owning = { ...env, MIGRATOR_DATABASE_URL: ownerUrl };
  const accounts = await migrate(owning, settings.dataDir, shutdown);
  const context = { env, dataDir: settings.dataDir };
  if (mode === 'dev') await developDoors(context, settings.port, shutdown);
  else openDoors(context, shutdown);
  await waitReady(settings.port, shutdown);
  if (!shutdown.asked) printBanner(settings.port, accounts);
}

function holdLock({ dataDir, port }, shutdown) {
  const attempt = tryLock(path.join(dataDir, 'lock'), { port });
  if (attempt.held) {
    const stop = async () => attempt.release();
    return shutdown.add({ stop, force: attempt.release });
  }
  const { pid, port: taken } = attempt.holder;
  throw new Refusal(
    `一口已在此数据目录上运行（进程 ${pid}，http://localhost:${taken}）`,
    `Yikou is already running on this data directory (process ${pid}, http://localhost:${taken})`,
  );
}

/**
 * The owner's address migrates and is forgotten; the services get one of their own. A DATABASE_URL that
 * comes alone is the owner's.
 */
async function database({ databaseUrl, migratorUrl, dataDir }, shutdown) {
  if (migratorUrl && databaseUrl) return { ownerUrl: migratorUrl, appUrl: databaseUrl };
  if (databaseUrl) {
    await assertDatabase(databaseUrl);
    return { ownerUrl: databaseUrl, appUrl: appUrl(databaseUrl, dataDir) };
  }
  say('正在启动内置 PostgreSQL', 'starting the embedded PostgreSQL');
  const server = await startPostgres(dataDir, { shutdown });
  void server.exited?.then(() => {
    if (shutdown.asked) return;
    console.error('内置 PostgreSQL 意外退出 / the embedded PostgreSQL stopped unexpectedly');
    void shutdown.leave(1);
  });
  return { ownerUrl: server.url, appUrl: appUrl(server.url, dataDir) };
}

function environment({ port, dataDir, redisUrl }, databaseUrl) {
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  Object.assign(env, { PORT: String(port), YIKOU_DATA: dataDir, YIKOU_ADMIN: adminDir });
  delete env.MIGRATOR_DATABASE_URL;
  if (redisUrl) env.REDIS_URL = redisUrl;
  return env;
}

function openDoors(context, shutdown) {
  say('正在启动服务', 'starting the services');
  openRestarting('worker', [doorFile('worker')], context, shutdown);
  openVital('api', [doorFile('main')], context, shutdown);
}
