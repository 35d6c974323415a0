import { accessSync, chmodSync, constants, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from './refusal.mjs';

export const root = path.resolve(import.meta.dirname, '../..');
/** The built pages, which the api serves. */
export const adminDir = path.join(root, 'apps/admin/dist');

export function readSettings(env = process.env) {
  return {
    port: readPort(env.PORT || '3000'),
    dataDir: path.resolve(root, env.YIKOU_DATA || '.data'),
    databaseUrl: readUrl('DATABASE_URL', env.DATABASE_URL, ['postgres:', 'postgresql:']),
    migratorUrl: readUrl('MIGRATOR_DATABASE_URL', env.MIGRATOR_DATABASE_URL, [
      'postgres:',
      'postgresql:',
    ]),
    redisUrl: readUrl('REDIS_URL', env.REDIS_URL, ['redis:', 'rediss:']),
  };
}

function readPort(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Refusal(
    `PORT 应为 1 至 65535 的整数，当前为“${text}”`,
    `PORT must be a whole number from 1 to 65535, it is "${text}"`,
  );
}

function readUrl(name, text, protocols) {
  if (!text) return undefined;
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text;
  // The value may hold a password: it is not repeated.
  throw new Refusal(
    `${name} 不是有效的 ${protocols[0]}// 地址`,
    `${name} is not a valid ${protocols[0]}// address`,
  );
}

/** Makes the data directory; whatever stands in the way is told in one line. */
export function prepareDataDir(dataDir) {
  try {
    if (!existsSync(dataDir)) {
      makeDir(dataDir);
      // PostgreSQL runs as another user when we are root, and must be able to pass through.
      chmodSync(dataDir, 0o711);
    }
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    for (const name of ['logs', 'run']) mkdirSync(path.join(dataDir, name), { recursive: true });
  } catch (error) {
    throw new Refusal(
      `数据目录 ${dataDir} 无法写入（${error.code}），请检查 YIKOU_DATA`,
      `the data directory ${dataDir} cannot be written (${error.code}), check YIKOU_DATA`,
    );
  }
}

/** Not `recursive`: below /proc that never ends. */
function makeDir(dir) {
  const parent = path.dirname(dir);
  if (!existsSync(parent)) makeDir(parent);
  mkdirSync(dir);
}
