import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { until } from './until.js';

/** A Redis of the suite's own that it may stop and start again on the same port. */
export class RedisServer {
  private process: ChildProcess | undefined;

  private constructor(readonly port: number) {}

  static async start(port?: number): Promise<RedisServer> {
    const server = new RedisServer(port ?? (await freePort()));
    await server.start();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const program = process.env['YIKOU_TEST_REDIS_SERVER'];
    if (!program)
      throw new Error('YIKOU_TEST_REDIS_SERVER is not set: run the tests with npm test');
    const options = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', ''];
    this.process = spawn(program, [...options, '--appendonly', 'no'], { stdio: 'ignore' });
    await until('Redis answers', () => answers(this.port));
  }

  /** Leaves its port open and answers no more. */
  freeze(): void {
    this.process?.kill('SIGSTOP');
  }

  /** Ends it at once, as a power cut would: everything in it is lost. */
  async stop(): Promise<void> {
    const { process } = this;
    this.process = undefined;
    if (!process || process.exitCode !== null) return;
    process.kill('SIGKILL');
    await once(process, 'exit');
  }
}

/** A port on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    const end = (answer: boolean) => (socket.destroy(), resolve(answer));
    socket.once('data', (data) => end(data.toString().startsWith('+PONG')));
    socket.once('error', () => end(false));
  });
}
