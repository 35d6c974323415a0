import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { refusalOf } from './to-problem.js';

/** Errors as PostgreSQL really raises them, through the driver and TypeORM. */
describe('what a caller is told when PostgreSQL refuses', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    await database.query('CREATE TABLE things (id int PRIMARY KEY, amount smallint NOT NULL)');
    await database.query('INSERT INTO things VALUES (1, 1), (2, 2)');
  });
  afterAll(() => database.drop());

  async function refusal(sql: string, values: unknown[] = []) {
    const answer = await database.query(sql, values).catch((error: unknown) => refusalOf(error));
    return answer;
  }

  it.each([
    ['a NUL byte', 'SELECT $1::text', ['\0']],
    ['an overlong number', 'SELECT $1::smallint', ['40000']],
    ['a text where a number belongs', 'SELECT $1::int', ['abc']],
    ['a malformed identifier', 'SELECT $1::uuid', ['not-a-uuid']],
    ['a date that does not exist', 'SELECT $1::date', ['2026-02-30']],
  ])('22xxx: %s is the caller’s to mend', async (_what, sql, values) => {
    expect(await refusal(sql, values)).toEqual({
      status: 400,
      code: 'request.value_invalid',
      title: '有字段的值无法保存，请检查是否含有特殊字符或超出范围。',
    });
  });

  it.each([
    ['a duplicate key', 'INSERT INTO things VALUES (1, 1)'],
    ['a missing value', 'INSERT INTO things (id) VALUES (3)'],
    ['a missing table', 'SELECT secret FROM missing'],
    ['a syntax error', 'SELEC 1'],
  ])('%s is our fault, and nothing of the inside is told', async (_what, sql) => {
    const told = await refusal(sql);
    expect(told).toMatchObject({ status: 500, code: 'server.failed' });
    expect(JSON.stringify(told)).not.toMatch(/things|missing|secret|SELEC|duplicate/);
  });

  const BUSY = { status: 503, code: 'server.busy', title: '系统繁忙，请稍后重试。' };

  it('a row that somebody holds too long: try again later', async () => {
    const { dataSource } = database;
    const told = await dataSource.transaction(async (holder) => {
      await holder.query('SELECT 1 FROM things WHERE id = 1 FOR UPDATE');
      return dataSource
        .transaction(async (waiting) => {
          await waiting.query("SET LOCAL lock_timeout = '50ms'");
          await waiting.query('SELECT 1 FROM things WHERE id = 1 FOR UPDATE');
        })
        .catch((error: unknown) => refusalOf(error));
    });
    expect(told).toEqual(BUSY);
  });

  it('two that wait for each other: the one that PostgreSQL ends may try again', async () => {
    const { dataSource } = database;
    const meet = rendezvous(2);
    const both = [
      [1, 2],
      [2, 1],
    ].map(([first, second]) =>
      dataSource.transaction(async (tx) => {
        await tx.query('SELECT 1 FROM things WHERE id = $1 FOR UPDATE', [first]);
        await meet();
        await tx.query('SELECT 1 FROM things WHERE id = $1 FOR UPDATE', [second]);
      }),
    );
    const results = await Promise.allSettled(both);
    const failed = results.filter((one) => one.status === 'rejected');
    expect(failed.map(({ reason }) => refusalOf(reason))).toEqual([BUSY]);
  });
});

/** Everybody who calls it waits until so many have. */
function rendezvous(size: number): () => Promise<void> {
  let open: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (open = resolve));
  let here = 0;
  return () => {
    here += 1;
    if (here === size) open();
    return all;
  };
}
