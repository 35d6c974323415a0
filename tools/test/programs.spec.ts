import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { findProgram } from './programs.mjs';

const before = { ...process.env };
const { getuid } = process;
let dir: string;

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  dir = mkdtempSync(path.join(os.tmpdir(), 'yikou-programs-'));
  process.env['PATH'] = dir;
  delete process.env['YIKOU_TEST_REDIS_SERVER'];
});

afterEach(() => {
  jest.restoreAllMocks();
  process.env = { ...before };
  process.getuid = getuid;
  rmSync(dir, { recursive: true });
});

/** @param script lines for /bin/sh, which stands outside the PATH */
function program(name: string, script = ''): string {
  const file = path.join(dir, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

const aptGet = () =>
  program('apt-get', `[ "$1" = install ] && echo > ${dir}/$5 && /bin/chmod 755 ${dir}/$5`);

const as = (uid: number) => (process.getuid = () => uid);

it('takes the program that is named', async () => {
  process.env['YIKOU_TEST_REDIS_SERVER'] = '/opt/redis';
  expect(await findProgram('redis')).toBe('/opt/redis');
});

it('finds it on the PATH, under any of its names', async () => {
  const file = program('valkey-server');
  expect(await findProgram('redis')).toBe(file);
});

it('lets Debian install it where it may', async () => {
  as(0);
  aptGet();
  expect(await findProgram('redis')).toBe(path.join(dir, 'redis-server'));
});

it.each([
  ['an ordinary user may not install', () => (aptGet(), as(1000))],
  ['there is no apt-get', () => as(0)],
  ['apt-get fails', () => (program('apt-get', 'exit 100'), as(0))],
])('says in one line what to install: %s', async (_why, arrange) => {
  arrange();
  await expect(findProgram('redis')).rejects.toThrow(
    /^[^\n]*please install it \(Debian: apt-get install redis-server\)$/,
  );
});
