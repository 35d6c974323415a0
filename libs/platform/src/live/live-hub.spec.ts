import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger, type MessageEvent } from '@nestjs/common';
import type { Subscription } from 'rxjs';
import { SystemClock } from '../clock/clock.js';
import { Transactions } from '../database/transactions.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { until } from '../testing/until.js';
import { LiveHub } from './live-hub.js';
import { reaches, signal, signalsIn, type Signal } from './signal.js';

Logger.overrideLogger(false);

const PERSON = {
  accountId: randomUUID(),
  name: '王丽静',
  unitId: randomUUID(),
  areaPath: '410100000000/410103000000/',
  ownUnit: true,
  subtree: false,
  roles: ['CLERK'],
};

/** A screen, and what it was told. */
class Screen {
  readonly told: MessageEvent[] = [];
  ended = false;
  private readonly subscription: Subscription;

  constructor(hub: LiveHub, more: Partial<Parameters<LiveHub['open']>[0]> = {}) {
    const listener = { owner: 'one', most: 3, hears: () => true, ...more };
    this.subscription = hub.open(listener).subscribe({
      next: (event) => void this.told.push(event),
      complete: () => (this.ended = true),
    });
  }

  leave(): void {
    this.subscription.unsubscribe();
  }

  get readies(): number {
    return this.told.filter(({ type }) => type === 'ready').length;
  }

  get changes(): unknown[] {
    return this.told.flatMap(({ type, data }) => (type === 'changed' ? (data as object[]) : []));
  }
}

describe('live updates', () => {
  let database: TestDatabase;
  let transactions: Transactions;
  let hubs: LiveHub[] = [];
  beforeAll(async () => {
    database = await testDatabase();
    transactions = new Transactions(database.dataSource, new SystemClock());
  });
  afterEach(async () => {
    await Promise.all(hubs.map((hub) => hub.beforeApplicationShutdown()));
    hubs = [];
  });
  afterAll(() => database.drop());

  const hubOf = (): LiveHub => {
    const hub = new LiveHub(database.settings);
    hubs.push(hub);
    return hub;
  };
  const ready = (screen: Screen) => until('it is ready', () => screen.readies > 0);
  const tell = (...signals: Signal[]) =>
    transactions.as('relay', async (tx) => signal(tx, ...signals));

  it('a change is told to the screens of every process, once, without whom else it reaches', async () => {
    const screens = [new Screen(hubOf()), new Screen(hubOf())];
    await Promise.all(screens.map(ready));
    const one = { kind: 'case', id: randomUUID(), units: [PERSON.unitId], area: '41/' };
    await tell(one, one);
    for (const screen of screens) {
      await until('it is told', () => screen.changes.length > 0);
      expect(screen.changes).toEqual([{ kind: 'case', id: one.id }]);
    }
  });

  it('T16: what is rolled back is told to nobody', async () => {
    const screen = new Screen(hubOf());
    await ready(screen);
    const failing = transactions.as('relay', async (tx) => {
      signal(tx, { kind: 'case', id: 'lost' });
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    await tell({ kind: 'case', id: 'kept' });
    await until('the next is told', () => screen.changes.length > 0);
    expect(screen.changes).toEqual([{ kind: 'case', id: 'kept' }]);
  });

  it('a screen hears what it may hear', async () => {
    const hub = hubOf();
    const [mine, yours] = [
      new Screen(hub, { hears: ({ id }) => id === 'mine' }),
      new Screen(hub, { hears: ({ id }) => id === 'yours' }),
    ];
    await Promise.all([mine, yours].map(ready));
    await tell({ kind: 'case', id: 'yours' }, { kind: 'case', id: 'mine' });
    await until('both are told', () => mine.changes.length > 0 && yours.changes.length > 0);
    expect(mine.changes).toEqual([{ kind: 'case', id: 'mine' }]);
    expect(yours.changes).toEqual([{ kind: 'case', id: 'yours' }]);
  });

  it('too many changes at once are told as one: load anew', async () => {
    const screen = new Screen(hubOf());
    await ready(screen);
    const many = Array.from({ length: 500 }, (_, n) => ({
      kind: 'case',
      id: String(n),
      units: [randomUUID(), randomUUID()],
    }));
    await tell(...many);
    await until('it is told', () => screen.readies > 1);
    expect(screen.changes).toEqual([]);
  });

  it('a lost connection is sought again, and every screen loads anew', async () => {
    const screen = new Screen(hubOf());
    await ready(screen);
    await database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'yikou live' AND datname = current_database()`,
    );
    await until('it is ready again', () => screen.readies === 2);
    await tell({ kind: 'case', id: 'after' });
    await until('it is told', () => screen.changes.length > 0);
  });

  it('an owner has so many streams and no more; one that was left makes room', () => {
    const hub = hubOf();
    const screens = [1, 2, 3].map(() => new Screen(hub));
    expect(() => new Screen(hub)).toThrow('live.too_many_streams');
    expect(() => new Screen(hub, { owner: 'another' })).not.toThrow();
    screens[0]?.leave();
    expect(() => new Screen(hub)).not.toThrow();
    expect(hub.size).toBe(4);
  });

  it('F5: leaving ends every stream and opens none', () => {
    const hub = hubOf();
    const screen = new Screen(hub);
    hub.endAll();
    expect([screen.ended, hub.size]).toEqual([true, 0]);
    expect(() => new Screen(hub)).toThrow('server.busy');
  });

  it('one session’s streams end, and nobody else’s', () => {
    const hub = hubOf();
    const [one, other] = [new Screen(hub, { key: 'a' }), new Screen(hub, { key: 'b' })];
    expect(hub.keys()).toEqual(['a', 'b']);
    hub.end('a');
    expect([one.ended, other.ended]).toEqual([true, false]);
  });

  it.each([
    ['the own unit', { units: [PERSON.unitId] }, PERSON, true],
    ['another unit', { units: [randomUUID()], area: PERSON.areaPath }, PERSON, false],
    ['below the watched area', { area: `${PERSON.areaPath}1/` }, watcher(), true],
    ['beside the watched area', { area: '410100000000/410102000000/' }, watcher(), false],
    ['nobody named', {}, watcher(), false],
  ])('S1: %s', (_, audience, scope, heard) => {
    expect(reaches({ kind: 'case', id: 'x', ...audience }, scope)).toBe(heard);
  });

  it.each(['', 'nonsense', '{}', '[1, null, {"kind": 1}]'])(
    'what others send on the channel is passed over: %s',
    (payload) => expect(signalsIn(payload)).toEqual([]),
  );
});

function watcher() {
  return { ...PERSON, ownUnit: false, subtree: true };
}
