import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { MovableClock } from '../clock/clock.js';
import { Transactions } from '../database/transactions.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { announce, type News } from './outbox.js';
import { OutboxRelay, type NewsListener } from './outbox-relay.js';

Logger.overrideLogger(false);

const SUBJECT = randomUUID();
const news = (text: string, topic = 'case'): News => ({
  topic,
  subjectId: SUBJECT,
  payload: { text },
});

describe('news from one module to another', () => {
  let database: TestDatabase;
  let clock: MovableClock;
  beforeAll(async () => {
    database = await testDatabase();
    await database.query(
      'CREATE TABLE heard (text text CONSTRAINT late_check UNIQUE DEFERRABLE INITIALLY DEFERRED)',
    );
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    clock = new MovableClock(new Date('2026-11-23T09:00:00+08:00'));
    await database.query('TRUNCATE outbox, heard');
  });

  const announced = (...all: News[]) => database.dataSource.transaction((tx) => announce(tx, all));

  /** A relay whose listener writes what it hears in the transaction that it is given. */
  function relay(before?: (text: unknown) => void, after?: (text: unknown) => void): OutboxRelay {
    const made = new OutboxRelay(new Transactions(database.dataSource, clock), clock);
    made.listen('case', async (tx, { payload }) => {
      before?.(payload['text']);
      await tx.query('INSERT INTO heard VALUES ($1)', [payload['text']]);
      after?.(payload['text']);
    });
    return made;
  }

  const heard = async () =>
    (await database.query<{ text: string }>('SELECT text FROM heard')).map(({ text }) => text);
  const waiting = () =>
    database.query<{ tries: number; last_error: string | null; wait: number }>(
      `SELECT tries, last_error, extract(epoch FROM try_after - $1::timestamptz)::int AS wait
       FROM outbox WHERE handled_at IS NULL ORDER BY id`,
      [clock.now()],
    );

  it('is handled once, in the order in which it was announced', async () => {
    const order: unknown[] = [];
    await announced(news('1'), news('2'));
    await announced(news('3'));
    const made = relay((text) => order.push(text));
    expect(await made.drain()).toBe(3);
    expect(order).toEqual(['1', '2', '3']);
    expect([await made.drain(), await relay().drain()]).toEqual([0, 0]);
    expect(await heard()).toHaveLength(3);
    const marks = await database.query('SELECT DISTINCT handled_at FROM outbox');
    expect(marks).toEqual([{ handled_at: clock.now() }]);
  });

  it('tells the listener the subject and the payload as announced', async () => {
    const told: Parameters<NewsListener>[1][] = [];
    const made = new OutboxRelay(new Transactions(database.dataSource, clock), clock);
    made.listen('detail', async (_tx, message) => void told.push(message));
    const payload = { at: '2026-11-23', nested: { list: [1, '二', null] } };
    await announced({ topic: 'detail', subjectId: SUBJECT, payload });
    await made.drain();
    expect(told).toEqual([{ subjectId: SUBJECT, payload }]);
  });

  it('T7: of a transaction that was rolled back nobody hears', async () => {
    const failing = database.dataSource.transaction(async (tx) => {
      await announce(tx, [news('never')]);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await relay().drain()).toBe(0);
  });

  it('waits for a listener; nothing to announce is nothing', async () => {
    await announced(news('early'));
    await announced();
    expect(await new OutboxRelay(new Transactions(database.dataSource, clock), clock).drain()).toBe(
      0,
    );
    expect(await relay().drain()).toBe(1);
  });

  it('has one listener for a topic', () => {
    expect(() => relay().listen('case', async () => undefined)).toThrow('two listeners for case');
  });

  it('T5: a drain is bounded', async () => {
    await announced(...['1', '2', '3', '4', '5'].map((text) => news(text)));
    const made = relay();
    expect([await made.drain(2), await made.drain(2), await made.drain(2)]).toEqual([2, 2, 1]);
  });

  const poison = (text: unknown) => {
    if (text === 'poison') throw new Error('cannot be understood');
  };

  it('T5: a poison message stops none of the others', async () => {
    await announced(news('1'), news('poison'), news('2'));
    const made = relay(poison);
    expect(await made.drain()).toBe(3);
    expect(await heard()).toEqual(['1', '2']);
    expect(await waiting()).toEqual([
      { tries: 1, last_error: 'Error: cannot be understood', wait: 1 },
    ]);
  });

  it('T5: it is tried again later and later, for ever every ten minutes', async () => {
    await announced(news('poison'));
    let attempts = 0;
    const made = relay(() => {
      attempts += 1;
      throw new Error(`attempt ${attempts}`);
    });
    for (const [index, wait] of [1, 5, 30, 120, 600, 600, 600].entries()) {
      expect(await made.drain()).toBe(1);
      expect(await waiting()).toEqual([
        { tries: index + 1, last_error: `Error: attempt ${index + 1}`, wait },
      ]);
      clock.moveBy(wait * 1000 - 1);
      expect(await made.drain()).toBe(0);
      clock.moveBy(1);
    }
    expect(await relay().drain()).toBe(1);
    expect(await heard()).toEqual(['poison']);
  });

  it('T7, T16: a listener that throws after writing has written nothing', async () => {
    await announced(news('1'), news('poison'));
    await relay(undefined, poison).drain();
    expect(await heard()).toEqual(['1']);
    expect(await waiting()).toHaveLength(1);
  });

  it('T5: a listener whose statement fails and who goes on regardless has not handled it', async () => {
    await announced(news('broken'), news('2'));
    const made = new OutboxRelay(new Transactions(database.dataSource, clock), clock);
    made.listen('case', async (tx, { payload }) => {
      if (payload['text'] === 'broken') await tx.query('SELECT 1/0').catch(() => undefined);
      else await tx.query('INSERT INTO heard VALUES ($1)', [payload['text']]);
    });
    expect(await made.drain()).toBe(2);
    expect(await heard()).toEqual(['2']);
    expect(await waiting()).toHaveLength(1);
  });

  it('T5, T7: one that fails only at the commit is put off like any other', async () => {
    await database.query("INSERT INTO heard VALUES ('twice')");
    await announced(news('twice'), news('2'));
    expect(await relay().drain()).toBe(2);
    expect((await heard()).sort()).toEqual(['2', 'twice']);
    const [put] = await waiting();
    expect(put).toMatchObject({ tries: 1, wait: 1 });
    expect(put?.last_error).toContain('late_check');
  });

  it('two relays at once handle each message once', async () => {
    const texts = Array.from({ length: 60 }, (_, i) => `n${i}`);
    await announced(...texts.map((text) => news(text)));
    const shares = await Promise.all([relay().drain(), relay().drain(), relay().drain()]);
    expect(shares.reduce((sum, share) => sum + share)).toBe(60);
    expect((await heard()).sort()).toEqual([...texts].sort());
  });

  it('a relay does not wait for the message that another has in hand', async () => {
    await announced(news('slow'), news('quick'));
    let finish: () => void = () => undefined;
    const inHand = new Promise<void>((resolve) => (finish = resolve));
    const slow = new OutboxRelay(new Transactions(database.dataSource, clock), clock);
    const begun = new Promise<void>((resolve) => {
      slow.listen('case', async () => {
        resolve();
        await inHand;
      });
    });
    const slowly = slow.drain(1);
    await begun;
    expect(await relay().drain()).toBe(1);
    expect(await heard()).toEqual(['quick']);
    finish();
    expect(await slowly).toBe(1);
    expect(await waiting()).toEqual([]);
  });
});
