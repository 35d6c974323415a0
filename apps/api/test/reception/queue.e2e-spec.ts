import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client, Dto, Problem } from '../support/client.js';
import { countQueries } from '../support/count-queries.js';
import { openDistrict, type District } from '../support/district.js';
import { LiveScreen } from '../support/live.js';
import { numbersFrom, oneOf, SEED } from '../support/random.js';

type Ticket = Dto<'TicketDto'>;

const PATH = '/api/v1/queue';
const ROUNDS = 20;
const COSTS = { take: 10, call: 9, verb: 8, queue: 8, statistics: 8 };

describe(`R40: the queue of a hall (YIKOU_SEED=${SEED})`, () => {
  let district: District;
  let guide: Client;
  let clerks: Client[];
  let day = 10;
  beforeAll(async () => {
    district = await openDistrict();
    guide = await district.as('dxl-guide');
    const logins = ['dxl-clerk1', 'dxl-clerk2', 'dxl-clerk3', 'dxl-clerk4'];
    clerks = await Promise.all(logins.map((login) => district.as(login)));
    await district.sql.query(
      `INSERT INTO counters (id, unit_id, number, kind) VALUES (gen_random_uuid(), $1, 99, 'SPECIAL')`,
      [guide.account.unit.id],
    );
  });
  // Each begins with an empty hall.
  beforeEach(async () => {
    district.clock.moveTo(`2026-03-${(day += 1)}T09:30:00+08:00`);
    await signInAgain();
  });
  afterAll(() => district.close());

  /** Not all at once by themselves: that would look like guessing. */
  const signInAgain = () => Promise.all([guide, ...clerks].map((person) => person.renewIfDue()));
  const minutes = (count: number) => district.clock.moveBy(count * 60_000);
  const take = (more: object = {}) => guide.do<Dto<'TakenTicketDto'>>(`${PATH}/tickets`, more);
  const call = (counterNumber = 1, clerk = clerks[0] as Client) =>
    clerk.do<Ticket>(`${PATH}/call`, { counterNumber });
  const act = (one: Ticket, verb: string, body: object = {}) =>
    (clerks[0] as Client).do<Ticket>(`${PATH}/tickets/${one.id}/${verb}`, {
      version: one.version,
      ...body,
    });
  const refused = async (path: string, body: object, client = clerks[0] as Client) => {
    const answer = await client.post<Problem>(`${PATH}/${path}`, body);
    return [answer.status, answer.body.code];
  };
  const queue = (client = guide) => client.get<Dto<'QueueDto'>>(PATH);

  it('numbers without a gap, each letter for itself, however many take one at once', async () => {
    const random = numbersFrom(SEED);
    const wanted = Array.from({ length: 30 }, () => oneOf(random, ['NONE', 'ELDERLY'] as const));
    const taken = await Promise.all(wanted.map((priority) => take({ priority })));
    for (const [letter, priority] of [
      ['A', 'NONE'],
      ['C', 'ELDERLY'],
    ] as const) {
      const numbers = taken.filter((one) => one.priority === priority).map(({ number }) => number);
      const whole = numbers.map((_, n) => `${letter}${String(n + 1).padStart(3, '0')}`);
      expect(numbers.sort()).toEqual(whole);
    }
    const elsewhere = await (await district.as('jzj-guide')).do<Ticket>(`${PATH}/tickets`, {});
    expect(elsewhere.number).toBe('A001');
  });

  it('first come first served; who has a priority goes a stated time ahead, and no further', async () => {
    const early = await take({ theme: '社会保障' });
    minutes(20);
    const usual = await take();
    minutes(10);
    const elderly = await take({ priority: 'ELDERLY' });
    const appointed = await take({ priority: 'APPOINTMENT' });
    expect([early.ahead, usual.ahead, elderly.ahead, appointed.ahead]).toEqual([0, 1, 1, 1]);
    const order: string[] = [];
    for (let n = 0; n < 4; n++) {
      const called = await call();
      order.push(called.number);
      await act(called, 'start');
    }
    // Taken at 09:30 and ranked as 09:00+30: who waited half an hour goes before everybody.
    expect(order).toEqual([early, appointed, elderly, usual].map(({ number }) => number));
    expect(await refused('call', { counterNumber: 1 })).toEqual([409, 'ticket.nobody_waits']);
  });

  it(`${ROUNDS} rounds: counters that call at the same moment never get the same ticket`, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const taken = await Promise.all([1, 2, 3, 4].map(() => take()));
      const called = await Promise.all(clerks.map((clerk, n) => call(n + 1, clerk)));
      expect(called.map(({ id }) => id).sort()).toEqual(taken.map(({ id }) => id).sort());
      await Promise.all(called.map((one) => act(one, 'start')));
    }
    const { waitingCount, atCounters } = await queue();
    expect([waitingCount, atCounters.length]).toEqual([0, 4]);
  });

  it('two who call for one counter at the same moment: one is served, the other refused', async () => {
    await Promise.all([take(), take()]);
    const answers = await Promise.all(
      clerks.slice(0, 2).map((clerk) => clerk.post(`${PATH}/call`, { counterNumber: 2 })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await queue()).waitingCount).toBe(1);
  });

  it('recalled, skipped and back in line, started, finished by the next call', async () => {
    await take();
    await take();
    let one = await call();
    expect(one).toMatchObject({ state: 'CALLED', counterNumber: 1, calls: 1 });
    expect(await refused('call', { counterNumber: 1 })).toEqual([
      409,
      'ticket.counter_calls_already',
    ]);
    one = await act(one, 'recall');
    expect(one.calls).toBe(2);
    one = await act(one, 'skip');
    expect((await queue()).skipped.map(({ id }) => id)).toEqual([one.id]);
    expect(one.allowedActions).toEqual(['requeue']);
    await act(one, 'requeue');
    // It keeps its place, before the one that came later.
    one = await act(await call(), 'start');
    expect([one.number, one.state]).toEqual(['A001', 'SERVING']);
    expect(await refused(`tickets/${one.id}/start`, { version: one.version })).toEqual([
      409,
      'ticket.verb_not_allowed',
    ]);
    expect(await refused(`tickets/${one.id}/finish`, { version: 1 })).toEqual([
      409,
      'ticket.stale',
    ]);
    expect((await call()).number).toBe('A002');
    const [row]: { state: string }[] = await district.sql.query(
      'SELECT state FROM tickets WHERE id = $1',
      [one.id],
    );
    expect(row?.state).toBe('FINISHED');
  });

  it('R40: a comprehensive counter takes anybody, a special one who is sent there', async () => {
    await take({ theme: '户籍' });
    await take();
    expect(await refused('call', { counterNumber: 99 })).toEqual([409, 'ticket.nobody_waits']);
    const sent = await act(await call(), 'transfer', { toCounter: 99 });
    expect(sent).toMatchObject({ state: 'WAITING', targetCounter: 99, counterNumber: null });
    expect((await call(1)).number).toBe('A002');
    expect((await call(99)).number).toBe('A001');
    expect(await refused('call', { counterNumber: 77 })).toEqual([400, 'ticket.counter_unknown']);
  });

  it('S1: another hall’s tickets are not there; watchers read, and call nobody', async () => {
    await take();
    const one = await call();
    const elsewhere = await district.as('jzj-clerk1');
    const body = { version: one.version };
    expect(await refused(`tickets/${one.id}/start`, body, elsewhere)).toEqual([
      404,
      'ticket.unknown',
    ]);
    const supervisor = await district.as('erqi-supervisor');
    const { unit } = guide.account;
    const seen = await supervisor.get<Dto<'QueueDto'>>(`${PATH}?unitId=${unit.id}`);
    expect(seen.atCounters.map(({ number, allowedActions }) => [number, allowedActions])).toEqual([
      ['A001', []],
    ]);
    expect((await elsewhere.send('GET', `${PATH}?unitId=${unit.id}`)).status).toBe(404);
  });

  it('how long people wait: on average, nine of ten, by hour', async () => {
    const waits = [2, 4, 6, 8, 10, 12, 14, 16, 18, 30];
    const start = district.clock.now().getTime();
    for (const wait of waits) {
      district.clock.moveTo(new Date(start + (30 - wait) * 60_000));
      await take();
    }
    district.clock.moveTo(new Date(start + 30 * 60_000));
    for (let n = 0; n < waits.length; n++) await act(await call(), 'start');
    await take();
    const found = await guide.get<Dto<'QueueStatisticsDto'>>(`${PATH}/statistics`);
    expect(found).toMatchObject({
      waitingCount: 1,
      taken: 11,
      called: 10,
      averageWait: 12,
      // Between the ninth and the tenth: 18 + 0.1 × 12.
      p90Wait: 19.2,
      longestWait: 30,
    });
    expect(found.hours).toEqual([
      { hour: 9, taken: 10, averageWait: 12 },
      { hour: 10, taken: 1, averageWait: null },
    ]);
  });

  it('P5: the screen of the hall shows numbers and counters to everybody, live, and nobody’s name', async () => {
    const [unit]: { code: string }[] = await district.sql.query(
      'SELECT code FROM units WHERE id = $1',
      [guide.account.unit.id],
    );
    const hall = `${district.url}/hall/${unit?.code}`;
    const screen = await (await LiveScreen.open(`${hall}/live`)).ready();
    await take();
    await screen.hears('queue', guide.account.unit.id);
    await call(3);
    const board = (await (await fetch(`${hall}/board`)).json()) as { calls: object[] };
    expect(board).toEqual({
      name: guide.account.unit.name,
      waitingCount: 0,
      calls: [{ number: 'A001', counter: 3, calls: 1, calledAt: expect.any(String) }],
    });
    const page = await fetch(hall);
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await page.text()).toContain('A001');
    const script = await fetch(`${district.url}/hall/assets/script.js`);
    expect(script.headers.get('content-type')).toMatch('text/javascript');
    expect((await fetch(`${district.url}/hall/NONE`)).status).toBe(404);
    const elsewhere = screen.changes.filter(({ id }) => id !== guide.account.unit.id);
    expect(elsewhere).toEqual([]);
    screen.leave();
  });

  it('what each costs', async () => {
    const sent: Record<string, number> = {};
    const counted = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
      let answer: T | undefined;
      sent[name] = (await countQueries(district, async () => void (answer = await work()))).length;
      return answer as T;
    };
    await counted('take', () => take());
    const one = await counted('call', () => call());
    await counted('verb', () => act(one, 'start'));
    await counted('queue', () => queue());
    await counted('statistics', () => guide.get(`${PATH}/statistics`));
    expect(sent).toEqual(COSTS);
  });
});
