import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { actions } from '../src/messages/zh-CN/actions.js';

const MATRIX = new URL('../../../docs/permissions.md', import.meta.url);

describe('the words of the audit', () => {
  it('there is a title for every action of the permission matrix, and for no other', async () => {
    const matrix = await readFile(MATRIX, 'utf8');
    const wanted = [...matrix.matchAll(/^\| `([a-zA-Z]+\.[a-zA-Z]+)`/gm)].map(([, name]) => name);
    const titled = Object.entries(actions.action).flatMap(([about, verbs]) =>
      Object.keys(verbs).map((verb) => `${about}.${verb}`),
    );
    expect(wanted.length).toBeGreaterThan(50);
    expect(titled.sort()).toEqual(wanted.sort());
  });
});
