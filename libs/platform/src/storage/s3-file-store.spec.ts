import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { S3Server } from '../testing/s3-server.js';
import { FILES } from '../testing/sample-files.js';
import { S3FileStore } from './s3-file-store.js';

const UUID = '0b9c6a1e-3f2d-4c5b-8a7e-9d1f2e3c4b5a';

describe('files in a store that speaks S3', () => {
  let server: S3Server;
  let store: S3FileStore;

  beforeAll(async () => {
    server = await S3Server.start();
    store = new S3FileStore(server.settings);
  });
  afterAll(() => server.stop());

  it.each(['pdf', 'docx'] as const)('a %s comes back as it was', async (kind) => {
    const kept = await store.keep(FILES[kind]);
    expect(kept.bytes).toBe(FILES[kind].length);
    expect(await buffer(store.read(kept.key))).toEqual(FILES[kind]);
  });

  it('20 MB come back as they were', async () => {
    const content = Buffer.alloc(20 * 1024 * 1024, 'yikou');
    const { key } = await store.keep(content);
    expect((await buffer(store.read(key))).equals(content)).toBe(true);
    await store.remove(key);
  });

  it('the same content twice is two files; removing one leaves the other', async () => {
    const [first, second] = [await store.keep(FILES.png), await store.keep(FILES.png)];
    await store.remove(first.key);
    await expect(buffer(store.read(first.key))).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await buffer(store.read(second.key))).toEqual(FILES.png);
    await expect(store.remove(first.key)).resolves.toBeUndefined();
  });

  it.each(['', '../../etc/passwd', `${UUID}?acl`, UUID.toUpperCase()])(
    'a key that is no uuid is refused: %j',
    async (key) => {
      expect(() => store.read(key)).toThrow('not a file key');
      await expect(store.remove(key)).rejects.toThrow('not a file key');
    },
  );

  it('with a wrong key, or without its bucket, nothing is kept and the reason is told', async () => {
    const before = server.objects.size;
    const forged = new S3FileStore({ ...server.settings, secretKey: 'guessed' });
    await expect(forged.keep(FILES.pdf)).rejects.toThrow('SignatureDoesNotMatch');
    await expect(buffer(forged.read(UUID))).rejects.toThrow('SignatureDoesNotMatch');
    await expect(forged.remove(UUID)).rejects.toThrow('SignatureDoesNotMatch');
    const astray = new S3FileStore({ ...server.settings, bucket: 'not-there' });
    await expect(astray.keep(FILES.pdf)).rejects.toThrow('NoSuchBucket');
    expect(server.objects.size).toBe(before);
  });

  it('a store that is busy for a moment is asked again', async () => {
    server.failures = 2;
    const { key } = await store.keep(FILES.pdf);
    expect(await buffer(store.read(key))).toEqual(FILES.pdf);
  });
});
