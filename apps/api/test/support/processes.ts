import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Settings } from '@yikou/platform';
import { until } from './worker.js';

/** The built api and worker as processes of their own, with all that they wrote to their terminals. */
export class Processes {
  private constructor(
    readonly url: string,
    private readonly children: ChildProcess[],
    private readonly pieces: Buffer[],
  ) {}

  static async start(settings: Settings, more: NodeJS.ProcessEnv = {}): Promise<Processes> {
    const port = await freePort();
    const pieces: Buffer[] = [];
    const env = {
      ...process.env,
      NODE_OPTIONS: '',
      DATABASE_URL: settings.databaseUrl,
      YIKOU_DATA: settings.dataFolder,
      PORT: String(port),
      ...more,
    };
    const children = ['main', 'worker'].map((door) => {
      const script = new URL(`../../dist/src/${door}.js`, import.meta.url).pathname;
      const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (piece: Buffer) => pieces.push(piece));
      }
      return child;
    });
    const started = new Processes(`http://127.0.0.1:${port}`, children, pieces);
    const status = () =>
      fetch(`${started.url}/health/ready`).then(
        ({ status: s }) => s,
        () => 0,
      );
    await until('the api is ready', status, (code) => code === 200, 60_000);
    return started;
  }

  /** Everything written so far. */
  get output(): string {
    return Buffer.concat(this.pieces).toString();
  }

  async stop(): Promise<void> {
    await Promise.all(
      this.children.map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const gone = once(child, 'exit');
        child.kill('SIGTERM');
        await gone;
      }),
    );
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
