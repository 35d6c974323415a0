import { spawn } from 'node:child_process';
import {
  closeSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { identityOf, isRunning, signal, waitGone } from './identity.mjs';
import { Refusal } from './refusal.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';
import { root } from './settings.mjs';

const STOP_MS = 20_000;
const LOG_LIMIT = 10_000_000;
export const doorFile = (name) => path.join(root, `apps/api/dist/src/${name}.js`);

/** Migrations and the demo data, once. @returns the demo accounts, none in production */
export async function migrate(env, dataDir, shutdown) {
  const logFile = path.join(dataDir, 'logs/migrate.log');
  const { code, stdout, stderr } = await run(process.execPath, [doorFile('migrate')], {
    env,
    cwd: root,
    shutdown,
    logFile,
  });
  if (code === 0) return stdout.split('\n').flatMap(demoAccounts);
  const lines = stderr.trim().split('\n');
  const why = lines.find((line) => /error/i.test(line)) ?? lines.at(-1);
  throw new Refusal(
    `数据库迁移失败：${why || `代码 ${code}`}（详见 ${logFile}）`,
    `migrating the database failed (see ${logFile})`,
  );
}

function demoAccounts(line) {
  if (!line.startsWith('{')) return [];
  try {
    return JSON.parse(line).demoAccounts ?? [];
  } catch {
    return [];
  }
}

/** Starts a process that outlives our terminal's signals and is remembered by a pid file. */
export function openDoor(name, args, { env, dataDir, cwd = root }) {
  const log = openLog(path.join(dataDir, `logs/${name}.log`));
  // A file, not a pipe: the process must not stumble when its launcher is killed.
  const child = spawn(process.execPath, args, {
    env,
    cwd,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const who = { pid: child.pid, identity: identityOf(child.pid) };
  const pidFile = path.join(dataDir, `run/${name}.json`);
  writeFileSync(pidFile, JSON.stringify(who));
  const exited = new Promise((done) => child.on('exit', (code, by) => done(code ?? by)));
  void exited.then(() => rmSync(pidFile, { force: true }));
  return { exited, stop: () => stopGroup(who), force: () => signal(-who.pid, 'SIGKILL') };
}

function openLog(file) {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT)
    renameSync(file, `${file}.1`);
  return openSync(file, 'a');
}

async function stopGroup(who) {
  if (!isRunning(who)) return;
  signal(-who.pid, 'SIGTERM');
  if (await waitGone(who, STOP_MS)) return;
  signal(-who.pid, 'SIGKILL');
  await waitGone(who, STOP_MS);
}

/** What a launcher that was killed left running: it may still hold the port or the queue. */
export async function stopOrphans(dataDir) {
  const dir = path.join(dataDir, 'run');
  const files = readdirSync(dir).map((name) => path.join(dir, name));
  const running = files.map(readPidFile).filter((who) => who && isRunning(who));
  if (running.length) {
    say('正在结束上次遗留的进程', 'stopping what the last start left running');
    await Promise.all(running.map(stopGroup));
  }
  for (const file of files) rmSync(file, { force: true });
}

function readPidFile(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
