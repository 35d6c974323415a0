import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { Redis } from 'ioredis';
import { until } from './worker.js';

/** A Redis of the suite's own, to be wiped, stopped and started again. */
export class RedisServer {
  private child: ChildProcess | undefined;

  private constructor(readonly port: number) {}

  static async start(): Promise<RedisServer> {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as AddressInfo;
    await new Promise((resolve) => probe.close(resolve));
    const server = new RedisServer(port);
    await server.run();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async run(): Promise<void> {
    const binary = process.env['YIKOU_TEST_REDIS_SERVER'] ?? 'redis-server';
    const options = ['--save', '', '--bind', '127.0.0.1', '--maxmemory-policy', 'noeviction'];
    this.child = spawn(binary, ['--port', String(this.port), ...options], { stdio: 'ignore' });
    await until(
      'redis answers',
      () => this.ask('PING').catch(() => ''),
      (answer) => answer === 'PONG',
    );
  }

  async wipe(): Promise<void> {
    await this.ask('FLUSHALL');
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  private async ask(command: 'PING' | 'FLUSHALL'): Promise<string> {
    const client = new Redis(this.port, '127.0.0.1', {
      lazyConnect: true,
      retryStrategy: () => null,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return String(await client.call(command));
    } finally {
      client.disconnect();
    }
  }
}
