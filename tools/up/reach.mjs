import { connect, createServer } from 'node:net';
import { Refusal } from './refusal.mjs';

/** Listens for a moment, as the api will: nothing has been started yet when this refuses. */
export async function assertPortFree(port) {
  for (const host of ['0.0.0.0', '127.0.0.1']) {
    const code = await listenError(port, host);
    if (code === 'EADDRINUSE') {
      throw new Refusal(
        `端口 ${port} 已被占用，可用 PORT 另指定一个`,
        `port ${port} is in use, choose another one with PORT`,
      );
    }
    if (code) {
      throw new Refusal(
        `无法监听端口 ${port}（${code}）`,
        `cannot listen on port ${port} (${code})`,
      );
    }
  }
}

const listenError = (port, host) =>
  new Promise((done) => {
    const server = createServer();
    server.on('error', (error) => done(error.code));
    server.listen(port, host, () => server.close(() => done(undefined)));
  });

export const freePort = () =>
  new Promise((done, fail) => {
    const server = createServer();
    server.on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** Known before the packages are installed: a wrong host is told at once, not after two minutes. */
export async function assertAnswers(name, text, defaultPort) {
  const url = new URL(text);
  if (!url.hostname) return;
  const port = Number(url.port || defaultPort);
  const code = await connectError(url.hostname.replaceAll(/^\[|\]$/g, ''), port);
  if (code) throw unreachable(name, `${url.hostname}:${port}`, code);
}

const connectError = (host, port) =>
  new Promise((done) => {
    const socket = connect({ host, port, timeout: 5000 });
    const end = (code) => {
      socket.destroy();
      done(code);
    };
    socket.on('connect', () => end(undefined));
    socket.on('timeout', () => end('ETIMEDOUT'));
    socket.on('error', (error) => end(error.code ?? error.message));
  });

/** @returns {Refusal} without user or password: only where and why */
const unreachable = (name, where, why) =>
  new Refusal(`无法连接 ${name}（${where}）：${why}`, `cannot reach ${name} (${where}): ${why}`);

export async function assertDatabase(text) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: text, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
  } catch (error) {
    throw unreachable('DATABASE_URL', new URL(text).host || 'socket', error.message || error.code);
  } finally {
    await client.end().catch(() => {});
  }
}

export async function assertRedis(text) {
  const { Redis } = await import('ioredis');
  const client = new Redis(text, {
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    connectTimeout: 5000,
  });
  // The rejected promise says only "Connection is closed"; the event before it says why.
  let reason;
  client.on('error', (error) => (reason ??= error));
  try {
    await client.connect();
    await client.ping();
  } catch (error) {
    throw unreachable('REDIS_URL', new URL(text).host, (reason ?? error).message);
  } finally {
    client.disconnect();
  }
}
