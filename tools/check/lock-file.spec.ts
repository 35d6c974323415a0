import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { root } from '../up/settings.mjs';
import { lockProblems } from './lock-file.mjs';

let dir: string;

beforeAll(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'yikou-lock-'));
});

afterAll(() => rmSync(dir, { recursive: true }));

function problemsOf(packages: object): string[] {
  const file = path.join(dir, 'package-lock.json');
  writeFileSync(file, JSON.stringify({ packages }));
  return lockProblems(file);
}

it('refuses a lock that lacks an optional binary', () => {
  const fast = { version: '1.0.0', optionalDependencies: { 'fast-arm64': '1.0.0' } };
  expect(problemsOf({ 'node_modules/fast': fast })).toEqual([
    'node_modules/fast@1.0.0: fast-arm64 is missing from the lock',
  ]);
  expect(problemsOf({ 'node_modules/fast': fast, 'node_modules/fast-arm64': {} })).toEqual([]);
});

it('refuses a package that is bound to one registry', () => {
  const bound = { version: '1.0.0', resolved: 'https://registry.example/a.tgz' };
  expect(problemsOf({ 'node_modules/a': bound })).toEqual([
    'node_modules/a: has a download address',
  ]);
});

it('accepts the lock of this tree', () => {
  expect(lockProblems(path.join(root, 'package-lock.json'))).toEqual([]);
});
