import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../up/refusal.mjs';
import { run } from '../up/run.mjs';
import { say } from '../up/say.mjs';

const PROGRAMS = {
  redis: {
    variable: 'YIKOU_TEST_REDIS_SERVER',
    names: ['redis-server', 'valkey-server'],
    places: [],
    package: 'redis-server',
  },
  chromium: {
    variable: 'YIKOU_TEST_CHROMIUM',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
    places: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    package: 'chromium',
  },
};

/** The path of a program that the tests start: named, found, or installed when we may. */
export async function findProgram(key, shutdown) {
  const wanted = PROGRAMS[key];
  const named = process.env[wanted.variable];
  if (named) return named;
  const found = search(wanted);
  if (found) return found;
  await install(wanted.package, shutdown);
  const installed = search(wanted);
  if (installed) return installed;
  throw new Refusal(
    `测试需要 ${wanted.names[0]}，请安装（Debian：apt-get install ${wanted.package}）`,
    `the tests need ${wanted.names[0]}, please install it (Debian: apt-get install ${wanted.package})`,
  );
}

function search({ names, places }) {
  const dirs = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const files = names.flatMap((name) => dirs.map((dir) => path.join(dir, name)));
  return [...files, ...places].find(isProgram);
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function install(name, shutdown) {
  if (process.getuid?.() !== 0 || !search({ names: ['apt-get'], places: [] })) return;
  say(`正在安装 ${name}`, `installing ${name}`);
  // RUNLEVEL=1 keeps Debian from starting a service: the tests start their own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const apt = (...args) => run('apt-get', args, { env, shutdown });
  await apt('update', '-q');
  await apt('install', '-q', '-y', '--no-install-recommends', name);
}
