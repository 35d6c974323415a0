import { afterEach, beforeAll, afterAll, describe, expect, it } from '@jest/globals';
import { RedisServer } from '../../testing/redis-server.js';
import { until } from '../../testing/until.js';
import { openTestDoor, type TestDoor } from '../../testing/test-door.js';

const LIMITS = { YIKOU_RATE_ADDRESS: '8', YIKOU_RATE_ACCOUNT: '4', YIKOU_RATE_SIGN_IN: '3' };

interface Problem {
  code: string;
  title: string;
  status: number;
}

describe('limits at the door', () => {
  let door: TestDoor;
  afterEach(() => door.close());

  const get = (headers: Record<string, string> = {}) =>
    fetch(`${door.url}/api/v1/things/1`, { headers });
  const statuses = async (times: number, ask: () => Promise<Response>) => {
    const found: number[] = [];
    for (let i = 0; i < times; i++) found.push((await ask()).status);
    return found;
  };

  it('by address: tells where the caller stands, then refuses and says when to come again', async () => {
    door = await openTestDoor(LIMITS);
    const first = await get();
    expect(first.headers.get('ratelimit-policy')).toBe('"address";q=8;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"address";r=7;t=(60|59)$/);
    expect(await statuses(8, get)).toEqual([200, 200, 200, 200, 200, 200, 200, 429]);
    let refused = await get();
    const left = () => Number(/t=(\d+)/.exec(refused.headers.get('ratelimit') ?? '')?.[1]);
    await until('time goes on', async () => {
      refused = await get();
      return left() <= 58;
    });
    expect(refused.headers.get('retry-after')).toBe(String(left()));
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    const problem = (await refused.json()) as Problem;
    expect(problem).toMatchObject({ status: 429, code: 'request.rate_limited' });
    expect(problem.title).toMatch(/^请求过于频繁，请在 \d+ 秒后重试。$/);
  });

  it('an address that leads nowhere is counted as well', async () => {
    door = await openTestDoor(LIMITS);
    const nowhere = () => fetch(`${door.url}/api/v1/nowhere`);
    expect(await statuses(9, nowhere)).toEqual([...Array<number>(8).fill(404), 429]);
  });

  it('by account, whatever address it comes from; others go on', async () => {
    door = await openTestDoor({ ...LIMITS, YIKOU_RATE_ADDRESS: '100' });
    expect(await statuses(5, () => get({ 'x-account': 'a' }))).toEqual([200, 200, 200, 200, 429]);
    const other = await get({ 'x-account': 'b' });
    expect(other.status).toBe(200);
    expect(other.headers.get('ratelimit-policy')).toBe('"address";q=100;w=60, "account";q=4;w=60');
    expect(other.headers.get('ratelimit')).toMatch(/"address";r=94;t=\d+, "account";r=3;t=\d+$/);
    expect((await get()).status).toBe(200);
  });

  it('where somebody could guess the limit is narrower, however the address is written', async () => {
    door = await openTestDoor({ ...LIMITS, YIKOU_RATE_ADDRESS: '100' });
    const written = ['sessions', 's%65ssions', 'sessions?x=1', 'sessions'];
    const found = [];
    for (const path of written) {
      found.push((await fetch(`${door.url}/api/v1/${path}`, { method: 'POST' })).status);
    }
    expect(found).toEqual([201, 201, 201, 429]);
    expect((await get()).status).toBe(200);
  });

  it('F5: 503 says when to come again', async () => {
    door = await openTestDoor(LIMITS);
    const busy = await fetch(`${door.url}/api/v1/fails/1?how=busy`);
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '5']);
  });

  it('X-Forwarded-For is not believed: a caller cannot choose whom to be counted as', async () => {
    door = await openTestDoor(LIMITS);
    let last = 0;
    const found = await statuses(9, () => get({ 'x-forwarded-for': `203.0.113.${last++}` }));
    expect(found.at(-1)).toBe(429);
  });

  it('of a proxy that is named it is believed, but only what that proxy has added', async () => {
    door = await openTestDoor({ ...LIMITS, YIKOU_TRUST_PROXY: '127.0.0.1' });
    for (let caller = 1; caller <= 3; caller++) {
      const found = await statuses(9, () => get({ 'x-forwarded-for': `203.0.113.${caller}` }));
      expect(found).toEqual([...Array<number>(8).fill(200), 429]);
    }
    let claimed = 0;
    const lying = await statuses(9, () =>
      get({ 'x-forwarded-for': `198.51.100.${claimed++}, 203.0.113.9` }),
    );
    expect(lying.at(-1)).toBe(429);
  });
});

describe('limits at two doors that share a Redis', () => {
  let server: RedisServer;
  let doors: TestDoor[] = [];
  beforeAll(async () => {
    server = await RedisServer.start();
  });
  afterEach(async () => {
    for (const door of doors) await door.close();
    doors = [];
  });
  afterAll(() => server.stop());

  const open = async () => {
    const wide = { YIKOU_RATE_ADDRESS: '100', YIKOU_RATE_SIGN_IN: '6' };
    const env = { ...wide, REDIS_URL: server.url };
    doors = [await openTestDoor(env), await openTestDoor(env)];
    await until('both reach Redis', () => doors.every(({ edge }) => edge.limits.isShared));
  };
  const guess = async (door: TestDoor) => {
    const begun = performance.now();
    const { status } = await fetch(`${door.url}/api/v1/sessions`, { method: 'POST' });
    return { status, ms: performance.now() - begun };
  };

  it('are one limit', async () => {
    await open();
    const found = [];
    for (let i = 0; i < 8; i++) found.push((await guess(doors[i % 2]!)).status);
    expect(found).toEqual([201, 201, 201, 201, 201, 201, 429, 429]);
  });

  it('rule 26: with Redis gone or silent guessing stays limited, reading goes on, nobody waits', async () => {
    await open();
    for (const fail of [async () => server.freeze(), () => server.stop()]) {
      await fail();
      const [one] = doors as [TestDoor];
      const guesses = [];
      for (let i = 0; i < 7; i++) guesses.push(await guess(one));
      expect(guesses.at(-1)?.status).toBe(429);
      expect(Math.max(...guesses.map(({ ms }) => ms))).toBeLessThan(300);
      const begun = performance.now();
      const read = await fetch(`${one.url}/api/v1/things/1`, { headers: { 'x-account': 'a' } });
      expect(read.status).toBe(200);
      expect(performance.now() - begun).toBeLessThan(300);
    }
    await server.start();
  });
});
