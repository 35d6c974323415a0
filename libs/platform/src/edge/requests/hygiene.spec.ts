import { once } from 'node:events';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDoor, type TestDoor } from '../../testing/test-door.js';
import { isDeeperThan } from './json-body.js';

interface Answer {
  status: number;
  headers: Headers;
  body: { code?: string; title?: string; errors?: { field: string }[]; polluted?: unknown };
}

const CHINESE_SENTENCE = /^[\u4e00-\u9fa5].*。$/u;

describe('what a request may look like', () => {
  let door: TestDoor;
  beforeAll(async () => {
    door = await openTestDoor();
  });
  afterAll(() => door.close());

  async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
    const answer = await fetch(`${door.url}${path}`, init);
    return {
      status: answer.status,
      headers: answer.headers,
      body: (await answer.json()) as Answer['body'],
    };
  }
  const post = (body: string | Uint8Array, type = 'application/json') =>
    ask('/api/v1/things', {
      method: 'POST',
      body: body as BodyInit,
      headers: { 'content-type': type },
    });

  function expectRefused(answer: Answer, status: number, code: string): void {
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.title).toMatch(CHINESE_SENTENCE);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  }

  describe('prototype pollution', () => {
    it.each([
      ['__proto__', '{"a":1,"__proto__":{"polluted":1}}'],
      ['__proto__ written with escapes', '{"\\u005f\\u005fproto\\u005f\\u005f":{"polluted":1}}'],
      ['__proto__ further down', '{"a":[{"b":{"__proto__":{"polluted":1}}}]}'],
      ['constructor.prototype', '{"constructor":{"prototype":{"polluted":1}}}'],
      ['constructor.prototype further down', '{"a":{"constructor":{"prototype":{"polluted":1}}}}'],
    ])('a body with %s is refused', async (_what, body) => {
      expectRefused(await post(body), 400, 'request.malformed');
      expect((await post('{}')).body.polluted).toBeNull();
    });

    it.each(['__proto__', 'constructor', 'prototype', '%5F%5Fproto%5F%5F'])(
      'a query with %s is refused',
      async (key) => {
        const answer = await ask(`/api/v1/search?${key}=1`);
        expectRefused(answer, 400, 'request.invalid');
        expect(answer.body.errors?.map(({ field }) => field)).toEqual([decodeURIComponent(key)]);
      },
    );
  });

  describe('duplicate keys', () => {
    it('a query that names a key twice is refused, and told which', async () => {
      const answer = await ask('/api/v1/search?state=OPEN&page=1&state=CLOSED');
      expectRefused(answer, 400, 'request.invalid');
      expect(answer.body.errors).toEqual([
        { field: 'state', code: 'field.repeated', detail: 'state：只能出现一次。' },
      ]);
    });

    it('also where the two are written differently', async () => {
      expectRefused(await ask('/api/v1/search?state=a&st%61te=b'), 400, 'request.invalid');
    });

    it('different keys pass', async () => {
      expect((await ask('/api/v1/search?state=OPEN&page=1')).status).toBe(200);
    });
  });

  describe('deep JSON', () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

    it('32 levels pass, one more is refused', async () => {
      expect((await post(nested(32))).status).toBe(201);
      expectRefused(await post(nested(33)), 400, 'request.too_deep');
      expectRefused(await post(`{"a":${nested(32)}}`), 400, 'request.too_deep');
    });

    it('half a million levels are refused at once', async () => {
      const begun = performance.now();
      expectRefused(await post('['.repeat(500_000)), 400, 'request.too_deep');
      expect(performance.now() - begun).toBeLessThan(500);
    });

    it.each([
      ['brackets in a text', `{"a":"${'['.repeat(100)}"}`, false],
      ['brackets behind an escaped quote', `{"a":"\\"${'{'.repeat(100)}"}`, false],
      ['a text that ends in a backslash', `["\\\\",${'['.repeat(100)}`, true],
      ['many side by side', `[${'[],'.repeat(1000)}[]]`, false],
    ])('%s', (_what, text, deeper) => {
      expect(isDeeperThan(text, 32)).toBe(deeper);
    });
  });

  it.each([
    'text/plain',
    'text/csv',
    'application/xml',
    'application/x-www-form-urlencoded',
    'application/octet-stream',
    'application/jsonp',
    'application/vnd.api+json',
  ])('415: a body as %s', async (type) => {
    expectRefused(await post('{}', type), 415, 'request.media_type');
  });

  it('JSON with a character set, and a mark in front of it, is JSON', async () => {
    expect((await post('{"a":1}', 'application/json; charset=utf-8')).status).toBe(201);
    expect((await post('\ufeff{"a":1}')).status).toBe(201);
  });

  it('a body in GBK is refused, not kept as question marks', async () => {
    const gbk = Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xd5, 0xd4, 0x22, 0x7d]);
    expectRefused(await post(gbk), 400, 'request.not_utf8');
  });

  it('no JSON, half a JSON, too much of it', async () => {
    expectRefused(await post(''), 400, 'request.malformed');
    expectRefused(await post('{"a":'), 400, 'request.malformed');
    expectRefused(await post(`"${'x'.repeat(1024 * 1024)}"`), 413, 'request.too_large');
  });

  it('an address of more than 4096 characters', async () => {
    expect((await ask(`/api/v1/search?q=${'x'.repeat(4000)}`)).status).toBe(200);
    const answer = await ask(`/api/v1/search?q=${'x'.repeat(4096)}`);
    expectRefused(answer, 414, 'request.address_too_long');
  });

  it('an address that cannot be read', async () => {
    const answer = await ask('/api/v1/things/%');
    expectRefused(answer, 400, 'request.malformed');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  describe('refused by Node before it is a request', () => {
    async function raw(text: string): Promise<string> {
      const socket = net.connect(door.port, '127.0.0.1');
      socket.setEncoding('utf8');
      let answer = '';
      socket.on('data', (part: string) => (answer += part));
      socket.on('error', () => undefined);
      socket.write(text);
      await once(socket, 'close');
      return answer;
    }

    it.each([
      [
        'headers of more than 16 kB',
        `GET / HTTP/1.1\r\nHost: x\r\nX-A: ${'x'.repeat(20_000)}\r\n\r\n`,
        431,
        'request.headers_too_large',
      ],
      ['no HTTP at all', 'hello\r\n\r\n', 400, 'request.malformed'],
      [
        'two lengths',
        'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
        400,
        'request.malformed',
      ],
    ])('%s', async (_what, text, status, code) => {
      const answer = await raw(text);
      expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      expect(answer).toContain('application/problem+json');
      expect(answer).toContain(`"code":"${code}"`);
    });
  });

  describe('headers of the answers', () => {
    it.each(['/api/v1/things/1', '/api/v1/nowhere', '/api/v1/fails/1', '/api/v1/search?a=1&a=2'])(
      'nobody keeps %s',
      async (path) => {
        const { headers } = await ask(path);
        expect(headers.get('cache-control')).toBe('no-store');
        expect(headers.get('permissions-policy')).toContain('camera=()');
      },
    );

    it('nor an error, where the answer itself could be kept', async () => {
      const answer = await fetch(`${door.url}/api/docs`);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store']);
    });
  });
});
