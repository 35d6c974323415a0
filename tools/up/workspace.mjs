import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isBuilt, rememberBuild, sources } from './built.mjs';
import { lock } from './lock.mjs';
import { Refusal } from './refusal.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';
import { root } from './settings.mjs';

const STAMP = path.join(root, 'node_modules/.yikou-install');
const LOGS = path.join(root, '.nx');

/** Packages and build are one for all data directories, so they have a lock of their own. */
export async function prepareWorkspace(shutdown, { build: wanted = true } = {}) {
  mkdirSync(LOGS, { recursive: true });
  const release = await lock(path.join(LOGS, 'workspace-lock'), () =>
    say(
      '另一个进程正在安装或构建，等待其完成',
      'another process is installing or building, waiting',
    ),
  );
  try {
    await ensureInstalled(shutdown);
    if (wanted) await build(shutdown);
  } finally {
    release();
  }
}

async function ensureInstalled(shutdown) {
  const lockText = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
  const hash = createHash('sha256').update(lockText).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return;
  if (!installedBy(JSON.parse(lockText))) await install(shutdown);
  writeFileSync(STAMP, hash);
}

/** npm keeps its own record of what it installed: packages installed by hand need no second time. */
function installedBy(wanted) {
  const record = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const have = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted.packages).every(
    ([name, entry]) =>
      !name.startsWith('node_modules/') ||
      entry.optional ||
      entry.devOptional ||
      (have[name] !== undefined && have[name].version === entry.version),
  );
}

async function install(shutdown) {
  say('正在安装依赖包（约 1–2 分钟）', 'installing packages (1–2 minutes)');
  const logFile = path.join(LOGS, 'install.log');
  // NODE_ENV=production would leave out what the build needs.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const byNpm = process.env.npm_execpath?.endsWith('npm-cli.js');
  const { code } = byNpm
    ? await run(process.execPath, [process.env.npm_execpath, ...args], {
        cwd: root,
        shutdown,
        logFile,
      })
    : await run('npm', args, { cwd: root, shutdown, logFile });
  if (code === 0) return;
  throw new Refusal(
    `依赖包安装失败，详见 ${logFile}`,
    `installing the packages failed, see ${logFile}`,
  );
}

async function build(shutdown) {
  if (isBuilt()) return;
  const logFile = path.join(LOGS, 'build.log');
  const started = Date.now();
  const built = sources();
  const { code } = await run(
    process.execPath,
    [path.join(root, 'node_modules/nx/dist/bin/nx.js'), 'run-many', '-t', 'build'],
    { cwd: root, shutdown, logFile, env: nxEnv() },
  );
  if (code !== 0) {
    throw new Refusal(`构建失败，详见 ${logFile}`, `the build failed, see ${logFile}`);
  }
  rememberBuild(built);
  const seconds = Math.round((Date.now() - started) / 1000);
  if (seconds > 5) say(`构建完成（${seconds} 秒）`, `built (${seconds} s)`);
}

/** Nx asks nobody, phones nobody and leaves no daemon behind; a production bundle either way. */
function nxEnv() {
  return {
    ...process.env,
    NX_DAEMON: 'false',
    NX_NO_CLOUD: 'true',
    NX_TUI: 'false',
    CI: 'true',
    NODE_ENV: 'production',
  };
}
