import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { identityOf, isRunning, signal, waitGone } from '../identity.mjs';
import { freePort } from '../reach.mjs';
import { Refusal } from '../refusal.mjs';
import { asUser, findBinaries } from './binaries.mjs';
import { openCluster } from './cluster.mjs';

const READY_MS = 60_000;
const STOP_MS = 15_000;
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/**
 * Starts PostgreSQL on its files below `dataDir`, or adopts the one that a killed launcher left.
 * `url` belongs to `yikou`, who owns the database of that name and is no superuser, as in production.
 */
export async function startPostgres(dataDir, { options = [], shutdown } = {}) {
  const binaries = findBinaries();
  const cluster = openCluster(dataDir, binaries);
  const logFile = path.join(dataDir, 'logs/postgres.log');
  const server = (await adopt(cluster)) ?? (await start(cluster, binaries, options, logFile));
  const stop = () => stopServer(server);
  shutdown?.add({ stop, force: () => signal(server.pid, 'SIGQUIT') });
  await ensureDatabase(cluster, server.port);
  const url = urlOf(cluster, server.port, 'yikou', 'yikou');
  return { url, folder: cluster.dir, stop, exited: server.exited };
}

/** The owner's address of the PostgreSQL that a launcher runs on these files, or null. */
export function runningPostgres(dataDir) {
  if (!existsSync(path.join(dataDir, 'pg.json'))) return null;
  const cluster = openCluster(dataDir, findBinaries());
  const pidFile = path.join(cluster.dir, 'postmaster.pid');
  if (!existsSync(pidFile)) return null;
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  return isPostgres(Number(lines[0])) ? urlOf(cluster, Number(lines[3]), 'yikou', 'yikou') : null;
}

const urlOf = ({ password }, port, user, database) =>
  `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;

async function adopt(cluster) {
  const pidFile = path.join(cluster.dir, 'postmaster.pid');
  if (!existsSync(pidFile)) return null;
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const server = { pid, identity: identityOf(pid), port: Number(lines[3]) };
  if (server.identity && isPostgres(pid)) {
    await waitReady(cluster, server);
    if (isRunning(server)) return server;
  }
  // The number belongs to nobody or to somebody else by now; PostgreSQL would take him for itself.
  rmSync(pidFile, { force: true });
  return null;
}

function isPostgres(pid) {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres');
  } catch {
    return process.platform !== 'linux';
  }
}

async function start(cluster, { bin }, options, logFile) {
  for (let attempt = 1; ; attempt++) {
    const server = await spawnServer(cluster, bin('postgres'), options, logFile);
    if (await waitReady(cluster, server)) return server;
    const log = readFileSync(logFile, 'utf8');
    // Somebody may take the free port between our look and the server's.
    if (attempt < 3 && /Address already in use/.test(log)) continue;
    await stopServer(server);
    throw new Refusal(
      `内置 PostgreSQL 未能启动，详见 ${logFile}`,
      `the embedded PostgreSQL did not start, see ${logFile}`,
    );
  }
}

async function spawnServer(cluster, program, options, logFile) {
  const port = await freePort();
  const log = openSync(logFile, 'w');
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_checkpoints=off',
    ...options,
  ].flatMap((setting) => ['-c', setting]);
  // Detached: Ctrl-C in the terminal must not reach it before the api has closed its connections.
  const child = spawn(program, ['-D', cluster.dir, '-p', String(port), ...settings], {
    ...asUser,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const exited = new Promise((done) => child.on('exit', done));
  return { pid: child.pid, identity: identityOf(child.pid), port, exited };
}

async function waitReady(cluster, server) {
  for (const end = Date.now() + READY_MS; Date.now() < end; await pause(50)) {
    if (!isRunning(server)) return false;
    if (await query(cluster, server.port, 'select 1').catch(() => null)) return true;
  }
  return false;
}

async function query(cluster, port, ...statements) {
  const { default: pg } = await import('pg');
  const client = new pg.Client(urlOf(cluster, port, 'postgres', 'postgres'));
  client.on('error', () => {});
  try {
    await client.connect();
    let result;
    for (const statement of statements) result = await client.query(statement);
    return result;
  } finally {
    await client.end().catch(() => {});
  }
}

async function ensureDatabase(cluster, port) {
  const found = await query(cluster, port, `select 1 from pg_database where datname = 'yikou'`);
  if (found.rowCount) return;
  const role = await query(cluster, port, `select 1 from pg_roles where rolname = 'yikou'`);
  const create = `create role yikou login createdb createrole password '${cluster.password}'`;
  await query(
    cluster,
    port,
    ...(role.rowCount ? [] : [create]),
    'create database yikou owner yikou',
  );
}

async function stopServer(server) {
  if (!isRunning(server)) return;
  signal(server.pid, 'SIGINT');
  if (await waitGone(server, STOP_MS)) return;
  signal(server.pid, 'SIGQUIT');
  await waitGone(server, STOP_MS);
}
