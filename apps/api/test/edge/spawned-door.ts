import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Settings } from '@yikou/platform';
import { until } from '../support/worker.js';

/** Limits that no test reaches by accident. */
export const WIDE_LIMITS = {
  YIKOU_RATE_ACCOUNT: '1000000',
  YIKOU_RATE_ADDRESS: '1000000',
  YIKOU_RATE_SIGN_IN: '1000000',
};

/** A built door as a process of its own, told to leave as the system tells it. */
export class SpawnedDoor {
  /** What it has logged so far. */
  output = '';
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  private readonly child: ChildProcess;

  constructor(name: 'main' | 'worker', settings: Settings, env: NodeJS.ProcessEnv = {}) {
    const script = new URL(`../../dist/src/${name}.js`, import.meta.url).pathname;
    this.child = spawn(process.execPath, [script], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        DATABASE_URL: settings.databaseUrl,
        REDIS_URL: settings.redisUrl ?? '',
        YIKOU_DATA: settings.dataFolder,
        YIKOU_LOG: 'info',
        ...WIDE_LIMITS,
        ...env,
      },
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (part: string) => (this.output += part));
    }
    this.exited = once(this.child, 'exit').then(([code, signal]) => ({
      code: code as number | null,
      signal: signal as NodeJS.Signals | null,
    }));
  }

  /** @returns once `url` answers with 200 */
  async ready(url: string): Promise<void> {
    const look = () =>
      fetch(url).then(
        (answer) => answer.status,
        () => 0,
      );
    await until(`${url} answers\n${this.output}`, look, (status) => status === 200, 60_000);
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** @returns how it ended and how long that took */
  async leave(): Promise<{ code: number | null; seconds: number }> {
    const begun = performance.now();
    this.child.kill('SIGTERM');
    const { code } = await this.exited;
    return { code, seconds: (performance.now() - begun) / 1000 };
  }

  /** Whatever a failed test left. */
  async end(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGKILL');
    await this.exited;
  }
}

/** A port on which nobody listens. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
