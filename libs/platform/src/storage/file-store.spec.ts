import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSettings } from '../config/settings.js';
import { FILES } from '../testing/sample-files.js';
import type { FileStore } from './file-store.js';
import { LocalFileStore } from './local-file-store.js';

const UUID = '0b9c6a1e-3f2d-4c5b-8a7e-9d1f2e3c4b5a';

describe('design §6: files are kept outside the web root under random names', () => {
  let folder: string;
  let store: FileStore;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'yikou-store-'));
    store = new LocalFileStore(readSettings({ DATABASE_URL: 'unused', YIKOU_DATA: folder }));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const stored = async () =>
    (await readdir(folder, { recursive: true, withFileTypes: true })).filter((e) => e.isFile());

  it.each(['pdf', 'docx'] as const)('a %s comes back as it was', async (kind) => {
    const kept = await store.keep(FILES[kind]);
    expect(kept).toEqual({
      key: expect.stringMatching(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      ),
      sha256: createHash('sha256').update(FILES[kind]).digest('hex'),
      bytes: FILES[kind].length,
    });
    expect(await buffer(store.read(kept.key))).toEqual(FILES[kind]);
  });

  it('the same content twice is two files; removing one leaves the other', async () => {
    const [first, second] = [await store.keep(FILES.png), await store.keep(FILES.png)];
    expect(first.key).not.toBe(second.key);
    await store.remove(first.key);
    await expect(buffer(store.read(first.key))).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await buffer(store.read(second.key))).toEqual(FILES.png);
    await expect(store.remove(first.key)).resolves.toBeUndefined();
  });

  it('nobody else on the machine may read it, and nobody may run it', async () => {
    const { key } = await store.keep(FILES.pdf);
    const [file] = (await stored()).filter(({ name }) => name === key);
    if (!file) throw new Error('not stored under its key');
    const { mode } = await stat(path.join(file.parentPath, file.name));
    expect((mode & 0o777).toString(8)).toBe('600');
  });

  it.each([
    '../../etc/passwd',
    `${'../'.repeat(11)}etc`,
    '',
    '-'.repeat(36),
    'x'.repeat(36),
    `${UUID}.partial`,
    `${UUID}\n`,
    `/${UUID.slice(1)}`,
    UUID.toUpperCase(),
    UUID.slice(0, -1),
    UUID.replaceAll('-', ''),
    `${UUID}-0`,
  ])('a key that is no uuid is refused: %j', async (key) => {
    expect(() => store.read(key)).toThrow('not a file key');
    await expect(store.remove(key)).rejects.toThrow('not a file key');
  });

  it('a write that fails half-way leaves nothing behind', async () => {
    const before = (await stored()).length;
    const failing = halfAFile() as unknown as Buffer;
    await expect(store.keep(failing)).rejects.toThrow('disk full');
    expect(await stored()).toHaveLength(before);
  });

  it('a folder that cannot be made is told to whoever keeps a file', async () => {
    const file = path.join(folder, 'no-folder');
    await writeFile(file, '');
    const blocked = new LocalFileStore(readSettings({ DATABASE_URL: 'unused', YIKOU_DATA: file }));
    await expect(blocked.keep(FILES.pdf)).rejects.toMatchObject({ code: 'ENOTDIR' });
  });
});

/** What Node writes piece by piece: the first reaches the disk, the second does not. */
async function* halfAFile(): AsyncGenerator<Buffer> {
  yield Buffer.alloc(64);
  throw new Error('disk full');
}
