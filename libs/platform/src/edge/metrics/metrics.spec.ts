import http from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Loops } from '../../jobs/loops.js';
import { openTestDoor, type TestDoor } from '../../testing/test-door.js';
import { until } from '../../testing/until.js';
import { gauges } from './gauges.js';
import { KeptReading } from './kept-reading.js';
import { Metrics } from './metrics.js';

Logger.overrideLogger(false);

const TOKEN = 'a-token-that-nobody-guesses';

/** What one line of the page says, or undefined where there is none. */
function valueOf(page: string, series: string): number | undefined {
  const line = page.split('\n').find((one) => one.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
}

describe('/metrics', () => {
  let door: TestDoor;
  beforeAll(async () => {
    door = await openTestDoor({ YIKOU_METRICS_TOKEN: TOKEN, YIKOU_TRUST_PROXY: '127.0.0.1' });
  });
  afterAll(() => door.close());

  /** Not fetch: that one sets the host by itself. */
  async function look(headers: Record<string, string> = {}): Promise<[number, string]> {
    const request = http.get({ port: door.port, host: '127.0.0.1', path: '/metrics', headers });
    const response = await new Promise<http.IncomingMessage>((resolve, reject) =>
      request.on('response', resolve).on('error', reject),
    );
    let text = '';
    for await (const part of response) text += String(part);
    return [response.statusCode ?? 0, text];
  }

  it('tells how the process is doing', async () => {
    const [status, page] = await look();
    expect(status).toBe(200);
    for (const series of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_seconds']) {
      expect(valueOf(page, series)).toBeGreaterThanOrEqual(0);
    }
  });

  it('counts requests by the pattern of the route; no address makes a series of its own', async () => {
    for (let id = 0; id < 20; id++) {
      await fetch(`${door.url}/api/v1/things/${id}?q=${id}`);
      await fetch(`${door.url}/api/v1/nowhere-${id}`);
    }
    await fetch(`${door.url}/api/v1/fails/13800138000`);
    const series = (labels: string) => `http_request_duration_seconds_count{${labels}}`;
    const things = series('method="GET",route="/api/v1/things/:id",status="2xx"');
    const nowhere = series('method="GET",route="(none)",status="4xx"');
    const fails = series('method="GET",route="/api/v1/fails/:number",status="5xx"');
    await until('all are counted', async () => valueOf((await look())[1], fails) === 1);
    const [, page] = await look();
    expect(valueOf(page, things)).toBe(20);
    expect(valueOf(page, nowhere)).toBe(20);
    expect(page).not.toMatch(/13800138000|nowhere-/);
  });

  it.each<[string, Record<string, string>]>([
    ['through a proxy of this machine', { 'x-forwarded-for': '203.0.113.7' }],
    ['through a proxy that says it is us', { 'x-forwarded-for': '127.0.0.1' }],
    ['through another kind of proxy', { forwarded: 'for=203.0.113.7' }],
    ['from a page that rebound its name to us', { host: 'evil.example:3000' }],
    ['with a wrong token', { authorization: 'Bearer guess' }],
    ['with half the token', { authorization: `Bearer ${TOKEN.slice(0, 10)}` }],
  ])('%s the page does not exist', async (_how, headers) => {
    const [status, text] = await look(headers);
    expect([status, (JSON.parse(text) as { code: string }).code]).toEqual([
      404,
      'request.no_such_address',
    ]);
  });

  it('with the token it is told from anywhere', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.7', authorization: `Bearer ${TOKEN}` };
    expect((await look(headers))[0]).toBe(200);
  });
});

describe('the numbers', () => {
  const page = async (metrics: Metrics) => (await metrics.page()).text;

  it('that others put out are told as they are when somebody looks', async () => {
    const metrics = new Metrics();
    gauges.set('test_level', 'A level', 7);
    gauges.setAge('test_age_seconds', 'An age', new Date(Date.now() - 90_000));
    gauges.set('test_unknown', 'Not known yet', () => undefined);
    const first = await page(metrics);
    expect(valueOf(first, 'test_level')).toBe(7);
    expect(valueOf(first, 'test_age_seconds')).toBeGreaterThanOrEqual(90);
    expect(valueOf(first, 'test_unknown')).toBeUndefined();
    gauges.set('test_level', 'A level', 8);
    gauges.forget('test_age_seconds');
    const second = await page(metrics);
    expect(valueOf(second, 'test_level')).toBe(8);
    expect(valueOf(second, 'test_age_seconds')).toBeUndefined();
  });

  it('of the jobs: turns, failures, age of the last success', async () => {
    const metrics = new Metrics();
    const loops = new Loops();
    metrics.watchLoops(() => loops.status());
    loops.start('sweep', 0, async () => undefined);
    loops.start('relay', 0, () => Promise.reject(new Error('database away')));
    await until('some turns', () => loops.status().every(({ turns }) => turns > 3));
    await loops.stop();
    const text = await page(metrics);
    const [sweep, relay] = loops.status();
    expect(valueOf(text, 'yikou_job_turns_total{job="sweep"}')).toBe(sweep?.turns);
    expect(valueOf(text, 'yikou_job_failures_total{job="sweep"}')).toBe(0);
    expect(valueOf(text, 'yikou_job_failures_total{job="relay"}')).toBe(relay?.failures);
    expect(relay?.failures).toBe(relay?.turns);
    expect(valueOf(text, 'yikou_job_success_age_seconds{job="sweep"}')).toBeLessThan(5);
    expect(await page(metrics)).toContain(`yikou_job_turns_total{job="sweep"} ${sweep?.turns}\n`);
  });

  it('that have to be asked for are asked for once, however many look, and kept for a while', async () => {
    const metrics = new Metrics();
    let asked = 0;
    metrics.collect('backlog', { test_waiting: 'Waiting', test_oldest: 'Oldest' }, async () => {
      asked += 1;
      return { test_waiting: 3, test_oldest: 1.5 };
    });
    const pages = await Promise.all(Array.from({ length: 10 }, () => page(metrics)));
    pages.push(await page(metrics));
    expect(asked).toBe(1);
    for (const text of pages) expect(valueOf(text, 'test_oldest')).toBe(1.5);
    expect(valueOf(pages[0]!, 'test_waiting')).toBe(3);
  });

  it('that cannot be found are left out, not told as zero, and the rest of the page stands', async () => {
    const metrics = new Metrics();
    metrics.collect('backlog', { test_waiting: 'Waiting' }, () =>
      Promise.reject(new Error('database away')),
    );
    const text = await page(metrics);
    expect(valueOf(text, 'test_waiting')).toBeUndefined();
    expect(valueOf(text, 'yikou_collector_backlog_failures')).toBe(1);
    expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(0);
  });

  it('that never come hold the page up for three seconds and no longer, and are not asked for again', async () => {
    let asked = 0;
    const reading = new KeptReading(() => {
      asked += 1;
      return new Promise<never>(() => undefined);
    });
    const begun = performance.now();
    expect(await Promise.all([reading.latest(), reading.latest()])).toEqual([undefined, undefined]);
    expect(performance.now() - begun).toBeLessThan(3500);
    expect(asked).toBe(1);
  });
});
