import helmet from '@fastify/helmet';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Fastify from 'fastify';
import { securityHeaders } from '../../src/api-edge.js';
import type { Client, Problem } from '../support/client.js';
import { registered } from '../support/cases.js';
import { plantDeadlines } from '../support/deadlines.js';
import { openDistrict, type District } from '../support/district.js';
import { until } from '../support/worker.js';
import { WIDE_LIMITS } from './spawned-door.js';

const PROGRESS = '/api/v1/progress';

async function closing(district: Promise<District>, work: (it: District) => Promise<void>) {
  const opened = await district;
  try {
    await work(opened);
  } finally {
    await opened.close();
  }
}

describe('the limits of the api', () => {
  const statuses = async (times: number, ask: (turn: number) => Promise<Response>) => {
    const found: number[] = [];
    for (let turn = 0; turn < times; turn++) found.push((await ask(turn)).status);
    return found;
  };
  const limited = (status: number) => status === 429;

  it('signing in and looking up progress are limited by address, whatever the caller claims', () =>
    closing(openDistrict({ ...WIDE_LIMITS, YIKOU_RATE_SIGN_IN: '5' }), async ({ url }) => {
      const guesses = await statuses(4, (turn) =>
        fetch(`${url}/api/v1/sessions`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-forwarded-for': `203.0.113.${turn}` },
          body: JSON.stringify({ loginName: `nobody-${turn}`, password: 'guess' }),
        }),
      );
      expect(guesses.some(limited)).toBe(false);
      const looks = await statuses(3, (turn) =>
        fetch(`${url}${PROGRESS}`, {
          method: 'POST',
          headers: { 'x-forwarded-for': `198.51.100.${turn}` },
        }),
      );
      expect(looks.map(limited)).toEqual([false, true, true]);
      const refused = await fetch(`${url}${PROGRESS}`, { method: 'POST' });
      expect(((await refused.json()) as Problem).code).toBe('request.rate_limited');
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await fetch(`${url}/api/v1/items/EQ-T-05-001`)).status).toBe(200);
    }));

  it('each account has its own, and probes have none', () =>
    closing(openDistrict({ ...WIDE_LIMITS, YIKOU_RATE_ACCOUNT: '3' }), async (district) => {
      const [one, other] = [await district.as('dxl-clerk1'), await district.as('dxl-clerk2')];
      const asked = async (client: Client) => (await client.send('GET', '/api/v1/me')).status;
      const found = [];
      for (let i = 0; i < 4; i++) found.push(await asked(one));
      expect(found).toEqual([200, 200, 200, 429]);
      expect(await asked(other)).toBe(200);
      const probes = await statuses(20, () => fetch(`${district.url}/health/live`));
      expect(new Set(probes)).toEqual(new Set([200]));
      expect((await fetch(`${district.url}/health/live`)).headers.get('ratelimit')).toBeNull();
    }));

  it('of a named proxy the address behind it is counted; wherever somebody could guess', () =>
    closing(
      openDistrict({ ...WIDE_LIMITS, YIKOU_RATE_SIGN_IN: '2', YIKOU_TRUST_PROXY: 'loopback' }),
      async ({ url }) => {
        const guessable = [
          ['POST', PROGRESS],
          ['POST', '/progress'],
          ['POST', '/online/appointment'],
          ['POST', '/api/v1/appointments/cancel'],
          ['POST', '/api/v1/sessions'],
          ['POST', '/api/v1/sessions/current/second-factor'],
          ['PUT', '/api/v1/me/password'],
          ['POST', '/api/v1/me/second-factor/confirm'],
          ['GET', '/api/v1/oidc/callback'],
        ] as const;
        const asked = async (method: string, path: string, caller: string) =>
          (
            await statuses(3, () =>
              fetch(`${url}${path}`, { method, headers: { 'x-forwarded-for': caller } }),
            )
          ).map(limited);
        for (const [i, [method, path]] of guessable.entries()) {
          const found = await asked(method, path, `203.0.113.${i}`);
          expect([path, ...found]).toEqual([path, false, false, true]);
        }
        const renewed = await asked('POST', '/api/v1/sessions/refresh', '203.0.113.99');
        expect(renewed).toEqual([false, false, false]);
      },
    ));
});

describe('the answers of the api', () => {
  let district: District;
  beforeAll(async () => {
    district = await openDistrict(WIDE_LIMITS);
  });
  afterAll(() => district.close());

  const headersOf = async (path: string) => (await fetch(`${district.url}${path}`)).headers;

  it.each(['/health/live', '/api/v1/me', '/api/v1/nowhere', '/api/docs'])(
    '%s carries the security headers',
    async (path) => {
      const headers = await headersOf(path);
      const policy = headers.get('content-security-policy') ?? '';
      for (const part of ["default-src 'self'", "script-src 'self'", "script-src-attr 'none'"]) {
        expect(policy.split(';')).toContain(part);
      }
      expect(policy).toContain("frame-ancestors 'none'");
      const wanted = {
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
      };
      const found = Object.keys(wanted).map((name) => [name, headers.get(name)]);
      expect(Object.fromEntries(found)).toEqual(wanted);
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('server')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  it.each([
    [true, 'max-age=31536000'],
    [false, undefined],
  ])('https is demanded in production alone: %s', async (production, demand) => {
    const fastify = Fastify();
    await fastify.register(helmet, securityHeaders({ ...district.settings, production }));
    const { headers } = await fastify.inject('/');
    await fastify.close();
    expect(headers['strict-transport-security']).toBe(demand);
  });

  it('nobody keeps what the api says; its document and what is published may be kept', async () => {
    for (const path of [
      '/api/v1/me',
      '/api/v1/items/EQ-T-05-001/versions',
      '/api/v1/items/EQ-T-05-001/preview',
      '/api/v1/items/NO-SUCH',
      '/api/v1/nowhere',
      '/health/ready',
    ]) {
      expect([path, (await headersOf(path)).get('cache-control')]).toEqual([path, 'no-store']);
    }
    for (const path of ['/api/openapi.json', '/api/v1/items', '/guide']) {
      const kept = (await headersOf(path)).get('cache-control');
      expect([path, kept]).not.toEqual([path, 'no-store']);
    }
  });

  it('a refusal by a limit carries them as well', () =>
    closing(openDistrict({ ...WIDE_LIMITS, YIKOU_RATE_ADDRESS: '1' }), async ({ url }) => {
      await fetch(`${url}/api/v1/me`);
      const refused = await fetch(`${url}/api/v1/me`);
      expect(refused.status).toBe(429);
      expect(refused.headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(refused.headers.get('cache-control')).toBe('no-store');
    }));

  it.each([
    ['a form', 'application/x-www-form-urlencoded', 'loginName=a&password=b'],
    ['a text', 'text/plain', '{"loginName":"a","password":"b"}'],
  ])(
    'S7: signing in by %s, as a foreign page could send it, is refused',
    async (_what, type, body) => {
      const answer = await fetch(`${district.url}/api/v1/sessions`, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      });
      expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([
        415,
        'request.media_type',
      ]);
    },
  );
});

describe('the numbers of the api', () => {
  let district: District;
  beforeAll(async () => {
    district = await openDistrict(WIDE_LIMITS);
  });
  afterAll(() => district.close());

  const page = async () => (await fetch(`${district.url}/metrics`)).text();
  const valueOf = async (series: string) => {
    const line = (await page()).split('\n').find((one) => one.startsWith(`${series} `));
    return line === undefined ? undefined : Number(line.slice(series.length + 1));
  };

  it('the pool, what nobody has heard yet, and how long a deadline waits for its flag', async () => {
    expect(await valueOf('yikou_deadline_unflagged_seconds')).toBe(0);
    expect(await valueOf('yikou_pool_waiting')).toBe(0);
    expect(await valueOf('yikou_pool_connections')).toBeGreaterThan(0);
    const kase = await registered(await district.as('dxl-clerk1'), 'EQ-T-05-002');
    const now = district.clock.now().getTime();
    await plantDeadlines(district.sql, kase.id, [new Date(now - 90_000), new Date(now + 90_000)]);
    await district.sql.query(
      `INSERT INTO outbox (topic, subject_id, payload, created_at)
       VALUES ('case.test', $1, '{}', now() - interval '3 minutes')`,
      [kase.id],
    );
    // Kept for five seconds, so that looking costs the database nothing.
    await until(
      'the deadline is seen',
      () => valueOf('yikou_deadline_unflagged_seconds'),
      (seconds) => seconds === 90,
    );
    expect(await valueOf('yikou_outbox_oldest_seconds')).toBeGreaterThanOrEqual(180);
    expect(await valueOf('yikou_outbox_waiting')).toBeGreaterThanOrEqual(1);
    expect(await valueOf('yikou_collector_backlog_failures')).toBe(0);
  });

  it('no id and no login name is in them', async () => {
    const clerk = await district.as('dxl-clerk1');
    const kase = await registered(clerk, 'EQ-T-05-002');
    await clerk.get(`/api/v1/cases/${kase.id}`);
    const series = 'http_request_duration_seconds_count{method="GET",route="/api/v1/cases/:id"';
    await until('the request is counted', page, (text) => text.includes(series));
    expect(await page()).not.toMatch(new RegExp(`${kase.id}|${kase.number}|dxl-clerk1`));
  });
});
