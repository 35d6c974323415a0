import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { identityOf, signal } from '../identity.mjs';
import { root } from '../settings.mjs';

type Environment = Record<string, string | undefined>;

/** `npm start` as a child process, on a data directory of its own. */
export class Launched {
  stdout = '';
  stderr = '';
  readonly exited: Promise<number | NodeJS.Signals | null>;
  readonly #child: ChildProcess;

  constructor(env: Environment) {
    this.#child = spawn(process.execPath, ['tools/up/start.mjs'], {
      cwd: root,
      env: { ...bareEnvironment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.stdout?.setEncoding('utf8').on('data', (part: string) => (this.stdout += part));
    this.#child.stderr?.setEncoding('utf8').on('data', (part: string) => (this.stderr += part));
    // Not 'exit': what it said last may still be under way then.
    this.exited = new Promise((done) => this.#child.on('close', (code, by) => done(code ?? by)));
  }

  /** Waits for the last line of the banner. */
  async ready(): Promise<void> {
    let ended = false;
    void this.exited.then(() => (ended = true));
    while (!this.stdout.includes('Ctrl-C stops everything')) {
      if (ended) throw new Error(`did not start:\n${this.stdout}\n${this.stderr}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }
}

/** Nothing of what Jest, npm or the person at this terminal has set for itself. */
function bareEnvironment(): Environment {
  const ours = /^(NODE_OPTIONS|NODE_ENV|JEST_.*|PORT|YIKOU_.*|DATABASE_URL|REDIS_URL)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

/** The processes that the files of a data directory name, each by what it is. */
export function pidsOf(dataDir: string): Record<string, number> {
  const pids: Record<string, number> = {};
  const run = path.join(dataDir, 'run');
  for (const file of existsSync(run) ? readdirSync(run) : []) {
    const { pid } = JSON.parse(readFileSync(path.join(run, file), 'utf8')) as { pid: number };
    pids[path.basename(file, '.json')] = pid;
  }
  const postmaster = path.join(dataDir, 'pg/postmaster.pid');
  if (existsSync(postmaster)) {
    pids['postgres'] = Number.parseInt(readFileSync(postmaster, 'utf8'), 10);
  }
  return pids;
}

/** A zombie is none: whoever adopted it may never ask for its end. */
export const isAlive = (pid: number | undefined) => pid !== undefined && identityOf(pid) !== null;

/** Whatever a failed test may have left. */
export function killAll(dataDir: string): void {
  for (const pid of Object.values(pidsOf(dataDir))) signal(pid, 'SIGKILL');
}
