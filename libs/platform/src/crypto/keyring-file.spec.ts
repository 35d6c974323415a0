import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDataKey, readKeyring } from './keyring-file.js';
import { newKeyring, type Keyring, type KeyringText } from './keyring.js';

/** Everything a keyring holds, as text; for comparing only. */
function spelled(keyring: Keyring): KeyringText {
  const all = (keys: Keyring['data']) =>
    Object.fromEntries([...keys].map(([id, key]) => [id, key.export().toString('base64')]));
  return {
    current: keyring.current,
    data: all(keyring.data),
    index: { current: keyring.index.current, keys: all(keyring.index.keys) },
    anchor: keyring.anchor.export().toString('base64'),
  };
}

describe('rule 28: the keys come from a file', () => {
  let folder: string;
  let file: string;
  let count = 0;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'yikou-keys-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  beforeEach(() => {
    file = path.join(folder, `${(count += 1)}`, 'keys.json');
  });

  const create = () => readKeyring(file, { mayCreate: true });
  const read = () => readKeyring(file, { mayCreate: false });
  const filesThere = () => readdir(path.dirname(file));

  it('a missing file is made once and then stays', async () => {
    const made = spelled(await create());
    expect(spelled(await create())).toEqual(made);
    expect(spelled(await read())).toEqual(made);
    const keys = [...Object.values(made.data), ...Object.values(made.index.keys), made.anchor];
    expect(new Set(keys).size).toBe(3);
    for (const key of keys) expect(Buffer.from(key, 'base64')).toHaveLength(32);
  });

  it('each installation has keys of its own', async () => {
    const first = spelled(await create());
    file = `${file}.other`;
    expect(spelled(await create())).not.toEqual(first);
  });

  it('nobody else on the machine may read it', async () => {
    await create();
    expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600');
  });

  it('a missing file that may not be made is one line with the way out', async () => {
    const message = `${file}: there is no key file, make one with: yikou keys create`;
    await expect(read()).rejects.toThrow(new Error(message));
    await expect(filesThere()).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('20 at once, or one shortly after the other, end with one keyring in one file', async () => {
    for (let round = 0; round < 20; round += 1) {
      file = path.join(folder, `race-${round}`, 'keys.json');
      const starts = Array.from({ length: 20 }, (_, i) => setTimeout((i * round) / 20));
      const all = await Promise.all(starts.map((start) => start.then(create)));
      expect(new Set(all.map((keyring) => JSON.stringify(spelled(keyring)))).size).toBe(1);
      expect(await filesThere()).toEqual(['keys.json']);
    }
  });

  it('a process that reads while another makes it sees the whole file or none', async () => {
    await create();
    await rm(file);
    let whole = 0;
    const reader = async () => {
      while (whole === 0) {
        const keyring = await read().catch((error: Error) => error.message);
        if (typeof keyring !== 'string') whole += 1;
        else expect(keyring).toContain('there is no key file');
      }
    };
    await Promise.all([reader(), create()]);
    expect(whole).toBe(1);
  });

  it('a rotation adds a key, makes it current and keeps the rest', async () => {
    const before = spelled(await create());
    const after = spelled(await addDataKey(file));
    expect(after).toEqual({
      ...before,
      current: 'k2',
      data: { ...before.data, k2: expect.any(String) },
    });
    expect(after.data['k2']).not.toBe(after.data['k1']);
    expect(spelled(await read())).toEqual(after);
    expect(spelled(await addDataKey(file)).current).toBe('k3');
    expect(await filesThere()).toEqual(['keys.json']);
  });

  it('the file keeps its mode and its owner', async () => {
    await create();
    await chmod(file, 0o640);
    const before = await stat(file);
    await addDataKey(file);
    const { mode, uid, gid } = await stat(file);
    expect({ mode, uid, gid }).toEqual({ mode: before.mode, uid: before.uid, gid: before.gid });
  });

  it('of rotations at once none loses the key of another', async () => {
    await create();
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => addDataKey(file)));
    const done = tries.filter(({ status }) => status === 'fulfilled').length;
    expect(done).toBeGreaterThan(0);
    expect((await read()).data.size).toBe(1 + done);
    for (const one of tries)
      if (one.status === 'rejected') expect(String(one.reason)).toContain('a rotation is in hand');
    expect(await filesThere()).toEqual(['keys.json']);
  });

  it('a rotation of a wrong or missing file changes nothing', async () => {
    await create();
    await writeFile(file, '{');
    await expect(addDataKey(file)).rejects.toThrow('is not JSON');
    expect(await filesThere()).toEqual(['keys.json']);
    await rm(file);
    await expect(addDataKey(file)).rejects.toThrow('there is no key file to add a key to');
    expect(await filesThere()).toEqual([]);
  });
});

describe('a wrong key file is refused without showing a key', () => {
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'yikou-keys-'));
    file = path.join(folder, 'keys.json');
  });
  afterAll(() => rm(folder, { recursive: true }));

  const key = randomBytes(32).toString('base64');
  const good = newKeyring();
  const wrong: [string, string, unknown][] = [
    ['no JSON', 'is not JSON', key],
    ['half a file', 'is not JSON', JSON.stringify(good).slice(0, -2)],
    ['nothing', 'is not JSON', ''],
    ['a list', 'is not JSON', [good]],
    ['no data keys', 'has no keys under "data"', { ...good, data: undefined }],
    ['a list of keys', 'has no keys under "data"', { ...good, data: [key] }],
    ['no index', 'has no "index"', { ...good, index: key }],
    ['a current key that is not there', 'current data key', { ...good, current: 'k9' }],
    ['no current key', 'current data key', { ...good, current: undefined }],
    ['a current key of another place', 'current data key', { ...good, current: 'toString' }],
    [
      'an index key not there',
      'current index key',
      { ...good, index: { ...good.index, current: key } },
    ],
    ['a short key', 'data key "k1" is not', { ...good, data: { k1: key.slice(4) } }],
    ['a long key', 'data key "k1" is not', { ...good, data: { k1: `AAAA${key}` } }],
    ['a key with a blank', 'data key "k1" is not', { ...good, data: { k1: ` ${key}` } }],
    ['a key that is a number', 'data key "k1" is not', { ...good, data: { k1: 1 } }],
    ['a key for an id', 'data key number 1', { ...good, data: { [key]: 'k1' } }],
    ['an id with a dot', 'data key number 2', { ...good, data: { ...good.data, 'k.2': key } }],
    ['no anchor', '"anchor" is not', { ...good, anchor: key.slice(1) }],
    ['one key for two uses', 'holds one key twice', { ...good, anchor: good.data['k1'] }],
    ['one key under two ids', 'holds one key twice', { ...good, data: { k1: key, k2: key } }],
  ];

  it.each(wrong)('%s: %s', async (_what, message, content) => {
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
    const error = await readKeyring(file, { mayCreate: true }).catch((thrown: Error) => thrown);
    if (!(error instanceof Error)) throw new Error('was not refused');
    expect(error.message).toContain(message);
    expect(error.message.split('\n')).toHaveLength(1);
    const shown = inspect(error, { depth: null });
    for (const secret of [key, key.slice(4, 20), good.anchor, good.data['k1'] ?? '']) {
      expect(shown).not.toContain(secret);
    }
  });

  it('a keyring that is logged shows no key', async () => {
    await writeFile(file, JSON.stringify(good));
    const keyring = await readKeyring(file, { mayCreate: false });
    for (const shown of [inspect(keyring, { depth: null }), JSON.stringify([...keyring.data])]) {
      expect(shown).not.toContain(good.data['k1']);
      expect(shown).not.toContain(Buffer.from(good.data['k1'] ?? '', 'base64').toString('hex'));
    }
    expect(await readFile(file, 'utf8')).toContain(good.anchor);
  });
});
