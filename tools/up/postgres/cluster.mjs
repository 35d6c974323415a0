import { spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Refusal } from '../refusal.mjs';
import { NOBODY, SYSTEM_DIR, asUser, reachable } from './binaries.mjs';

const isRoot = process.getuid?.() === 0;

/** @typedef {{ dir: string, password: string }} Cluster the database files and their password */

/** The files of one PostgreSQL, made on first use below `dataDir`. @returns {Cluster} */
export function openCluster(dataDir, binaries) {
  const cluster = recall(dataDir) ?? invent(dataDir);
  const versionFile = path.join(cluster.dir, 'PG_VERSION');
  if (!existsSync(versionFile)) create(cluster, binaries);
  const major = readFileSync(versionFile, 'utf8').trim();
  if (major === binaries.major) return cluster;
  throw new Refusal(
    `${cluster.dir} 中的数据属于 PostgreSQL ${major}，内置版本为 ${binaries.major}`,
    `the data in ${cluster.dir} belong to PostgreSQL ${major}, the embedded one is ${binaries.major}`,
  );
}

const recordFile = (dataDir) => path.join(dataDir, 'pg.json');

function recall(dataDir) {
  if (!existsSync(recordFile(dataDir))) return null;
  const { dir, password } = JSON.parse(readFileSync(recordFile(dataDir), 'utf8'));
  return { dir: path.resolve(dataDir, dir), password };
}

function invent(dataDir) {
  // A name that no other data directory has: deleting .data gives an empty database, here as there.
  const dir = reachable(dataDir) ? 'pg' : path.join(SYSTEM_DIR, randomUUID(), 'pg');
  const password = randomBytes(18).toString('base64url');
  const draft = `${recordFile(dataDir)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ dir, password }), { mode: 0o600 });
  renameSync(draft, recordFile(dataDir));
  return { dir: path.resolve(dataDir, dir), password };
}

function create({ dir, password }, { bin }) {
  const draft = `${dir}.new`;
  const passwordFile = `${dir}.password`;
  makeParent(dir);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (isRoot) for (const name of [draft, passwordFile]) chownSync(name, NOBODY, NOBODY);
  const { status, stderr } = spawnSync(
    bin('initdb'),
    // The builtin locale frees us from what the machine has installed.
    [
      '-D',
      draft,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      '--pwfile',
      passwordFile,
      '-E',
      'UTF8',
    ].concat(['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-sync']),
    { ...asUser, encoding: 'utf8', cwd: '/' },
  );
  rmSync(passwordFile);
  if (status !== 0) {
    const why = stderr.trim().split('\n').at(-1);
    throw new Refusal(`数据库初始化失败：${why}`, `making the database failed: ${why}`);
  }
  // Only a whole cluster gets its name: a start cut short here begins again.
  renameSync(draft, dir);
}

function makeParent(dir) {
  const parent = path.dirname(dir);
  if (existsSync(parent)) return;
  mkdirSync(parent, { recursive: true });
  for (const made of [parent, path.dirname(parent)]) {
    if (made.startsWith(SYSTEM_DIR)) chmodSync(made, 0o711);
  }
}
