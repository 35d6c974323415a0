import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { freePort } from './reach.mjs';
import { Launched } from './testing/launched.js';

let dataDir: string;
let taken: Server;
let takenPort: number;
let nobody: number;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'yikou-refusals-'));
  taken = createServer((socket) => socket.destroy());
  await new Promise<void>((done) => taken.listen(0, () => done()));
  takenPort = (taken.address() as AddressInfo).port;
  nobody = await freePort();
});

afterAll(() => {
  taken.close();
  rmSync(dataDir, { recursive: true, force: true });
});

it.each([
  ['a port in use', () => ({ PORT: String(takenPort) }), () => `port ${takenPort} is in use`],
  ['a port that is none', () => ({ PORT: '70000' }), () => 'from 1 to 65535'],
  [
    'a DATABASE_URL where nobody listens',
    () => ({ DATABASE_URL: `postgres://yikou:secret@127.0.0.1:${nobody}/yikou` }),
    () => `cannot reach DATABASE_URL (127.0.0.1:${nobody}): ECONNREFUSED`,
  ],
  [
    'a DATABASE_URL where something else listens',
    () => ({ DATABASE_URL: `postgres://yikou:secret@127.0.0.1:${takenPort}/yikou` }),
    () => `cannot reach DATABASE_URL (127.0.0.1:${takenPort})`,
  ],
  [
    'a DATABASE_URL that is none',
    () => ({ DATABASE_URL: 'mysql://yikou:secret@127.0.0.1/yikou' }),
    () => 'DATABASE_URL is not a valid postgres:// address',
  ],
  [
    'a REDIS_URL where nobody listens',
    () => ({ REDIS_URL: `redis://:secret@127.0.0.1:${nobody}` }),
    () => `cannot reach REDIS_URL (127.0.0.1:${nobody}): ECONNREFUSED`,
  ],
])('%s: one clear line, and nothing is left running', async (_name, env, words) => {
  const launched = new Launched({
    YIKOU_DATA: dataDir,
    PORT: String(await freePort()),
    ...env(),
  });
  expect(await launched.exited).toBe(1);
  expect(launched.stderr.trim().split('\n')).toHaveLength(1);
  expect(launched.stderr).toContain(words());
  expect(launched.stderr + launched.stdout).not.toContain('secret');
  expect(readdirSync(path.join(dataDir, 'run'))).toEqual([]);
});
