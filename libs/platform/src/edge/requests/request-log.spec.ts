import net from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openTestDoor, type TestDoor } from '../../testing/test-door.js';
import { until } from '../../testing/until.js';

const IDENTITY = '11010519491231002X';
const MOBILE = '13800138000';

describe('the log of the requests', () => {
  let door: TestDoor;
  beforeAll(async () => {
    door = await openTestDoor();
  });
  beforeEach(() => void door.lines.splice(0));
  afterAll(() => door.close());

  const requests = () => door.lines.filter(({ msg }) => msg === 'request');
  const logged = async (count = 1) => {
    await until(`${count} lines`, () => requests().length === count);
    return requests();
  };

  it('one line each: who, what kind, how long; by the pattern of the route', async () => {
    const answer = await fetch(`${door.url}/api/v1/things/7?q=secret`, {
      headers: { 'x-account': '0198c2a4-7a51-7c3e-9a3e-0f6c5b1f2d11' },
    });
    expect(answer.status).toBe(200);
    const [line] = await logged();
    expect(line).toMatchObject({
      level: 30,
      method: 'GET',
      route: '/api/v1/things/:id',
      status: 200,
      accountId: '0198c2a4-7a51-7c3e-9a3e-0f6c5b1f2d11',
    });
    expect(line?.['ms']).toBeGreaterThanOrEqual(0);
    expect(line?.['traceId']).toMatch(/^[0-9a-f-]{36}$/);
    expect(Object.keys(line ?? {}).sort()).toEqual([
      'accountId',
      'hostname',
      'level',
      'method',
      'ms',
      'msg',
      'name',
      'pid',
      'route',
      'status',
      'time',
      'traceId',
    ]);
  });

  it.each<[string, RequestInit & { path: string }]>([
    ['', { path: 'fails/1' }],
    [
      ', also behind a body that comes in parts',
      {
        path: 'things',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ fail: true, long: 'x'.repeat(500_000) }),
      },
    ],
  ])('the trace id of a problem leads to its lines%s', async (_where, { path, ...init }) => {
    const refused = await fetch(`${door.url}/api/v1/${path}`, init);
    const { traceId } = (await refused.json()) as { traceId: string };
    await logged();
    const own = door.lines.filter((line) => line['traceId'] === traceId);
    expect(own.map(({ level }) => level)).toEqual([50, 30]);
  });

  it('S5: no number from an address, a query, a body, a header, a thrown error or text', async () => {
    await fetch(`${door.url}/api/v1/fails/${IDENTITY}?q=${MOBILE}`);
    await fetch(`${door.url}/api/v1/fails/${IDENTITY}?how=text`);
    await fetch(`${door.url}/api/v1/${MOBILE}?q=${IDENTITY}`);
    await fetch(`${door.url}/api/v1/things/%zz${MOBILE}`);
    await fetch(`${door.url}/api/v1/things`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-number': IDENTITY, cookie: `a=${MOBILE}` },
      body: `{"identityNumber":"${IDENTITY}", ${MOBILE}`,
    });
    await logged(5);
    const text = JSON.stringify(door.lines);
    for (const planted of [IDENTITY, MOBILE]) expect(text).not.toContain(planted);
    expect(requests().map(({ route }) => route)).toEqual([
      '/api/v1/fails/:number',
      '/api/v1/fails/:number',
      '(none)',
      '(none)',
      '/api/v1/things',
    ]);
  });

  it('a caller who goes away is a line too', async () => {
    const socket = net.connect(door.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write('GET /api/v1/slow HTTP/1.1\r\nHost: x\r\n\r\n');
    await until('the request is in hand', () => door.gate.waiting === 1);
    socket.destroy();
    const [line] = await logged();
    expect(line).toMatchObject({ route: '/api/v1/slow', aborted: true });
    door.gate.letThrough();
  });
});
