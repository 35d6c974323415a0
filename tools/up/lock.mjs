import {
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { identityOf, isRunning } from './identity.mjs';

/**
 * A lock that survives kill -9 and lets exactly one of several contenders take over a dead holder.
 * Each holder writes a new, higher numbered file; `link` makes it whole and fails if it exists. The
 * highest file is never deleted while it is the highest, so nobody can win with an outdated view.
 *
 * @returns {{ held: true, release: () => void } | { held: false, holder: Record<string, unknown> }}
 */
export function tryLock(dir, facts = {}) {
  mkdirSync(dir, { recursive: true });
  for (;;) {
    const top = highest(dir);
    const holder = top && read(dir, top);
    if (holder && !holder.released && isRunning(holder)) return { held: false, holder };
    const mine = top + 1;
    const me = { pid: process.pid, identity: identityOf(process.pid), since: new Date(), ...facts };
    if (!create(dir, mine, me)) continue;
    if (highest(dir) !== mine) {
      rmSync(file(dir, mine), { force: true });
      continue;
    }
    removeBelow(dir, mine);
    return { held: true, release: () => release(dir, mine, me) };
  }
}

/** Waits for the lock; `onWait` is called once when somebody else has it. */
export async function lock(dir, onWait = () => {}) {
  for (let tries = 0; ; tries++) {
    const attempt = tryLock(dir);
    if (attempt.held) return attempt.release;
    if (tries === 0) onWait(attempt.holder);
    await new Promise((done) => setTimeout(done, 300));
  }
}

const file = (dir, number) => path.join(dir, `${number}.json`);

const numbers = (dir) =>
  readdirSync(dir)
    .filter((name) => /^\d+\.json$/.test(name))
    .map((name) => Number.parseInt(name, 10));

const highest = (dir) => Math.max(0, ...numbers(dir));

function read(dir, number) {
  try {
    return JSON.parse(readFileSync(file(dir, number), 'utf8'));
  } catch {
    return null;
  }
}

function create(dir, number, content) {
  const draft = path.join(dir, `draft-${process.pid}-${Math.random()}`);
  writeFileSync(draft, JSON.stringify(content));
  try {
    linkSync(draft, file(dir, number));
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function removeBelow(dir, mine) {
  for (const number of numbers(dir)) if (number < mine) rmSync(file(dir, number), { force: true });
}

function release(dir, number, me) {
  // A process may lock twice in its life (dev, tests), so being alive does not mean holding.
  const draft = path.join(dir, `draft-${process.pid}-${Math.random()}`);
  try {
    writeFileSync(draft, JSON.stringify({ ...me, released: true }));
    renameSync(draft, file(dir, number));
  } catch {
    // The directory is gone: so is the lock.
  }
}
