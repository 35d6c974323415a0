import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { BlindIndex } from './blind-index.js';
import { FieldCipher } from './field-cipher.js';
import { addDataKey, readKeyring } from './keyring-file.js';
import { reseal, type InTransaction, type SealedTable } from './reseal.js';

const PEOPLE: SealedTable = {
  table: 'people',
  key: 'id',
  columns: ['name', 'number'],
  indexes: { number: { column: 'number_index', kind: 'number' } },
};
const COUNT = 25;

interface Person {
  id: string;
  name: string;
  number: string | null;
  number_index: string | null;
}

describe('sealing a whole table anew', () => {
  let database: TestDatabase;
  let folder: string;
  let file: string;
  const run: InTransaction = (work) => database.dataSource.transaction((tx) => work(tx));

  beforeAll(async () => {
    database = await testDatabase();
    await database.query(
      'CREATE TABLE people (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name text, number text, number_index text)',
    );
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'yikou-keys-'));
    file = path.join(folder, 'keys.json');
    await database.query('TRUNCATE people');
    await database.query(
      `INSERT INTO people (name, number) SELECT 'name ' || i, CASE WHEN i % 5 > 0 THEN 'number ' || i END
       FROM generate_series(1, ${COUNT}) i`,
    );
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const keys = async (added = false) => {
    const keyring = added ? await addDataKey(file) : await readKeyring(file, { mayCreate: true });
    return { cipher: new FieldCipher(keyring), index: new BlindIndex(keyring) };
  };
  const rows = () => database.query<Person>('SELECT * FROM people ORDER BY id');
  const opened = async (cipher: FieldCipher) =>
    (await rows()).map(({ id, name }) => cipher.decrypt(name, `people.name:${id}`)).sort();
  const names = Array.from({ length: COUNT }, (_, i) => `name ${i + 1}`).sort();

  it('seals what is clear, with its index; what is empty stays empty', async () => {
    const { cipher, index } = await keys();
    expect(await reseal(run, { cipher, index }, PEOPLE, { batchSize: 10 })).toBe(COUNT);
    expect(await opened(cipher)).toEqual(names);
    for (const { id, number, number_index } of await rows()) {
      const clear = number && cipher.decrypt(number, `people.number:${id}`);
      expect(number_index).toBe(clear && index.of('number', clear));
    }
    expect(await reseal(run, { cipher, index }, PEOPLE)).toBe(0);
  });

  it('under a new key everything is sealed anew, and the old key is no longer needed', async () => {
    await reseal(run, await keys(), PEOPLE);
    const next = await keys(true);
    expect(await opened(next.cipher)).toEqual(names);
    expect(await reseal(run, next, PEOPLE, { batchSize: 7 })).toBe(COUNT);
    expect((await rows()).every(({ name }) => name.startsWith('a1.k2.'))).toBe(true);
    expect(await opened(next.cipher)).toEqual(names);
  });

  it('tells how far it is, stops when asked, and goes on from there', async () => {
    const { cipher, index } = await keys();
    const stopping = new AbortController();
    const seen: number[] = [];
    const stopped = reseal(run, { cipher, index }, PEOPLE, {
      batchSize: 10,
      signal: stopping.signal,
      onProgress: (done) => {
        seen.push(done.seen);
        if (done.seen === 20) stopping.abort(new Error('stopped'));
      },
    });
    await expect(stopped).rejects.toThrow('stopped');
    expect(seen).toEqual([10, 20]);
    const sealed = (await rows()).filter(({ name }) => cipher.isEncrypted(name));
    expect(sealed).toHaveLength(20);
    expect(await reseal(run, { cipher, index }, PEOPLE)).toBe(COUNT - 20);
  });

  it('a value that was tampered with is not overwritten: the batch is refused', async () => {
    const { cipher, index } = await keys();
    await reseal(run, { cipher, index }, PEOPLE);
    const [first, second] = await rows();
    await database.query('UPDATE people SET name = $2 WHERE id = $1', [first?.id, second?.name]);
    const next = await keys(true);
    await expect(reseal(run, next, PEOPLE)).rejects.toMatchObject({ reason: 'TAMPERED' });
    expect((await rows()).filter(({ name }) => name.startsWith('a1.k2.'))).toEqual([]);
  });
});
