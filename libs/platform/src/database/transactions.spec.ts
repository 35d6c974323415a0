import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { SystemClock } from '../clock/clock.js';
import { runInContext, type RequestContext } from '../telemetry/request-context.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import type { Scope } from '../scope/scope.js';
import { until } from '../testing/until.js';
import { Transactions, type Tx } from './transactions.js';

const PERSON = {
  accountId: randomUUID(),
  name: '王丽静',
  unitId: randomUUID(),
  areaPath: '410100000000/410103000000/',
  ownUnit: true,
  subtree: false,
  roles: ['CLERK'],
};

describe('design §2.5: a transaction and its Idempotency-Key', () => {
  let database: TestDatabase;
  let transactions: Transactions;
  beforeAll(async () => {
    database = await testDatabase();
    await database.query('CREATE TABLE effects (id int GENERATED ALWAYS AS IDENTITY, name text)');
    transactions = new Transactions(database.dataSource, new SystemClock());
  });
  afterAll(() => database.drop());

  const ACCOUNT = randomUUID();
  interface Call {
    key: string;
    body?: string;
    accountId?: string;
  }

  /** As a request by somebody would come. */
  const asked = <T>(work: () => Promise<T>, more: Partial<RequestContext> = {}): Promise<T> =>
    runInContext({ traceId: 'trace', scope: PERSON, ...more }, work);

  /** As a POST with this key would come. */
  function post<T>(
    { key, body = 'body', accountId = ACCOUNT }: Call,
    work: (tx: Tx) => Promise<T>,
  ) {
    const idempotency = { accountId, key, requestHash: body, used: false };
    return asked(() => transactions.run(work), { idempotency });
  }

  const effect = (name: string) => async (tx: Tx) => {
    const [row]: { id: number }[] = await tx.query(
      'INSERT INTO effects (name) VALUES ($1) RETURNING id',
      [name],
    );
    return { id: row?.id, name };
  };
  const effectsOf = async (name: string) =>
    (await database.query('SELECT 1 FROM effects WHERE name = $1', [name])).length;

  it('T16: commits what was done, or nothing of it', async () => {
    await asked(() => transactions.run(effect('kept')));
    const failing = asked(() =>
      transactions.run(async (tx) => {
        await effect('half')(tx);
        throw new Error('refused');
      }),
    );
    await expect(failing).rejects.toThrow('refused');
    expect([await effectsOf('kept'), await effectsOf('half')]).toEqual([1, 0]);
    expect(await asked(() => transactions.reader.query('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
  });

  it('without a key the same work is done again', async () => {
    await asked(() => transactions.run(effect('again')));
    await asked(() => transactions.run(effect('again')));
    expect(await effectsOf('again')).toBe(2);
  });

  it('the same key and body have one effect and one answer', async () => {
    const first = await post({ key: 'one' }, effect('one'));
    const second = await post({ key: 'one' }, effect('one'));
    expect(second).toEqual(first);
    expect(await effectsOf('one')).toBe(1);
  });

  it('an answer of nothing is an answer too', async () => {
    let runs = 0;
    const work = async () => void (runs += 1);
    await post({ key: 'void' }, work);
    expect(await post({ key: 'void' }, work)).toBeNull();
    expect(runs).toBe(1);
  });

  it('another body with the key is refused (422) and does nothing', async () => {
    await post({ key: 'other' }, effect('other'));
    const reused = post({ key: 'other', body: 'changed' }, effect('other'));
    await expect(reused).rejects.toMatchObject({ status: 422, code: 'idempotency.key_reused' });
    expect(await effectsOf('other')).toBe(1);
  });

  it('a key is its account’s own', async () => {
    await post({ key: 'mine' }, effect('mine'));
    await post({ key: 'mine', accountId: randomUUID() }, effect('mine'));
    expect(await effectsOf('mine')).toBe(2);
  });

  it('after a refusal the key is free: the next try is done anew', async () => {
    const refused = post({ key: 'retry' }, async (tx) => {
      await effect('retry')(tx);
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    await post({ key: 'retry' }, effect('retry'));
    expect(await effectsOf('retry')).toBe(1);
  });

  /** Whether somebody waits for a lock in our database. */
  const somebodyWaits = async () => {
    const [row] = await database.query<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    return (row?.waiting ?? 0) > 0;
  };

  /** Two calls with one key, the second sent while the first is still at work. */
  async function atOnce(key: string, second: Call, end: 'commits' | 'fails') {
    let finish: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (finish = resolve));
    let began: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (began = resolve));
    const one = post({ key }, async (tx) => {
      const answer = await effect(key)(tx);
      began();
      await held;
      if (end === 'fails') throw new Error('refused');
      return answer;
    });
    await begun;
    const both = Promise.allSettled([one, post(second, effect(key))]);
    await until('the second waits for the first', somebodyWaits);
    finish();
    return both;
  }

  it('two at once with one key: one effect, the same answer', async () => {
    const [first, second] = await atOnce('race', { key: 'race' }, 'commits');
    expect(first.status).toBe('fulfilled');
    expect(second).toEqual(first);
    expect(await effectsOf('race')).toBe(1);
  });

  it('two at once with one key and another body: the second is refused (422)', async () => {
    const [first, second] = await atOnce('clash', { key: 'clash', body: 'changed' }, 'commits');
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ status: 'rejected', reason: { status: 422 } });
    expect(await effectsOf('clash')).toBe(1);
  });

  it('two at once, and the first fails: the second does the work', async () => {
    const [first, second] = await atOnce('handover', { key: 'handover' }, 'fails');
    expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
    expect(await effectsOf('handover')).toBe(1);
  });

  it('many at once: one effect, one answer', async () => {
    const calls = Array.from({ length: 8 }, () => post({ key: 'many' }, effect('many')));
    const answers = await Promise.all(calls);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await effectsOf('many')).toBe(1);
  });

  it('a second transaction of one request does not take the first one’s answer', async () => {
    const idempotency = { accountId: ACCOUNT, key: 'pair', requestHash: 'body', used: false };
    const names = await asked(
      async () => {
        const first = await transactions.run(effect('first'));
        const second = await transactions.run(effect('second'));
        return [first.name, second.name];
      },
      { idempotency },
    );
    expect(names).toEqual(['first', 'second']);
  });
});

describe('reliability-security rule 19: the scope of a transaction', () => {
  let database: TestDatabase;
  let transactions: Transactions;
  beforeAll(async () => {
    database = await testDatabase();
    transactions = new Transactions(database.dataSource, new SystemClock());
  });
  afterAll(() => database.drop());

  const NAMES = ['account', 'unit', 'area', 'roles', 'system'];
  const seen = async (tx: { query: Tx['query'] }) => {
    const [row] = await tx.query<Record<string, string | null>[]>(
      `SELECT ${NAMES.map((name) => `current_setting('yikou.${name}', true) AS ${name}`).join()}`,
    );
    return Object.fromEntries(Object.entries(row ?? {}).filter(([, value]) => value));
  };
  const as = <T>(scope: Scope, work: () => Promise<T>) =>
    runInContext({ traceId: 't', scope }, work);

  it('without anybody who asks there is no transaction', () => {
    expect(() => transactions.run(seen)).toThrow('nobody asks');
    expect(() => transactions.read(seen)).toThrow('nobody asks');
  });

  it('tells PostgreSQL who is there: unit and area only as far as they reach', async () => {
    const { accountId: account, unitId: unit, areaPath: area } = PERSON;
    expect(await as(PERSON, () => transactions.read(seen))).toEqual({
      account,
      unit,
      roles: 'CLERK',
    });
    const watcher = { ...PERSON, ownUnit: false, subtree: true, roles: ['AUDITOR', 'INSPECTOR'] };
    const roles = 'AUDITOR,INSPECTOR';
    expect(await as(watcher, () => transactions.run(seen))).toEqual({ account, area, roles });
    expect(await transactions.as('relay', seen)).toEqual({ system: 'relay' });
  });

  it('nothing of it is left on the connection that the next one gets', async () => {
    const pid = async (tx: { query: Tx['query'] }) =>
      (await tx.query<{ pid: number }[]>('SELECT pg_backend_pid() AS pid'))[0]?.pid;
    const first = await as(PERSON, () => transactions.run(pid));
    const failed = as(PERSON, () => transactions.run(() => Promise.reject(new Error('refused'))));
    await expect(failed).rejects.toThrow('refused');
    expect(await pid(database.dataSource)).toBe(first);
    expect(await seen(database.dataSource)).toEqual({});
  });

  it('a value cannot break out of its place', async () => {
    const name = "x', true); DROP TABLE outbox; --";
    expect(await transactions.readAs(name, seen)).toEqual({ system: name });
    expect(await database.query('SELECT count(*)::int AS n FROM outbox')).toEqual([{ n: 0 }]);
  });

  it('a read changes nothing', async () => {
    const writing = (tx: Tx) => tx.query('DELETE FROM outbox');
    await expect(transactions.readAs('relay', writing)).rejects.toThrow('read-only');
  });

  it('a connection that ends as it is handed over ends nothing but itself', async () => {
    const pool = (database.dataSource.driver as unknown as { master: pg.Pool }).master;
    const client = await pool.connect();
    // Handed over, and nobody has had the time to listen.
    expect(() => client.emit('error', new Error('terminating connection'))).not.toThrow();
    client.release(true);
    expect(await transactions.readAs('relay', seen)).toEqual({ system: 'relay' });
  });
});
