import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Loops } from '../jobs/loops.js';
import { factsOf, OtlpReceiver } from '../testing/otlp-receiver.js';
import { openTestDoor, type TestDoor } from '../testing/test-door.js';
import { until } from '../testing/until.js';
import { inSpan, startTracing, traceHeaders } from './tracing.js';

Logger.overrideLogger(false);

const IDENTITY = '11010519491231002X';
const CALLER = '0af7651916cd43dd8448eb211c80319c';

describe('traces', () => {
  let collector: OtlpReceiver;
  let door: TestDoor;
  let stop: () => Promise<void>;
  beforeEach(async () => {
    collector = await OtlpReceiver.start();
    stop = await startTracing(collector.url, 'test');
    door = await openTestDoor();
  });
  afterEach(async () => {
    await door.close();
    await stop();
    await collector.stop();
  });

  it('a request is a span with the pattern of its route, beneath its caller; a transaction beneath it', async () => {
    const traceparent = `00-${CALLER}-b7ad6b7169203331-01`;
    const answer = await fetch(`${door.url}/api/v1/things/7`, { headers: { traceparent } });
    const { headers } = (await answer.json()) as { headers: { traceparent: string } };
    await until('both spans arrive', () => collector.spans.length === 2);
    const [request] = collector.named('GET /api/v1/things/:id');
    const [transaction] = collector.named('transaction');
    expect(request).toMatchObject({ traceId: CALLER, parentSpanId: 'b7ad6b7169203331', kind: 2 });
    expect(transaction).toMatchObject({ traceId: CALLER, parentSpanId: request?.spanId });
    expect(factsOf(request!)).toEqual({
      'http.request.method': 'GET',
      'http.route': '/api/v1/things/:id',
      'http.response.status_code': 200,
    });
    expect(headers.traceparent).toBe(`00-${CALLER}-${transaction?.spanId}-01`);
    expect(collector.services).toEqual(new Set(['yikou-test']));
  });

  it('the trace id of the spans stands in the log and in the problem', async () => {
    const answer = await fetch(`${door.url}/api/v1/fails/1`);
    const { traceId } = (await answer.json()) as { traceId: string };
    await until('the span arrives', () => collector.spans.length === 1);
    expect(traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(collector.spans[0]).toMatchObject({ traceId, status: { code: 2 } });
    const logged = door.lines.filter((line) => line['traceId'] === traceId);
    expect(logged.map(({ msg }) => msg)).toEqual([expect.stringContaining('Key'), 'request']);
  });

  it('a header that is no traceparent begins a trace of its own', async () => {
    for (const traceparent of ['00-0-0-0', `00-${'0'.repeat(32)}-b7ad6b7169203331-01`, IDENTITY]) {
      await fetch(`${door.url}/api/v1/things/7`, { headers: { traceparent } });
    }
    await until('six spans arrive', () => collector.spans.length === 6);
    const ids = new Set(collector.spans.map(({ traceId }) => traceId));
    expect(ids.size).toBe(3);
    expect(ids).not.toContain('0'.repeat(32));
  });

  it('each turn of a job is a span, also one that fails; its message stays here', async () => {
    const loops = new Loops();
    loops.start('sweep', 3_600_000, async () => undefined);
    loops.start('relay', 3_600_000, () => Promise.reject(new TypeError(IDENTITY)));
    await until('both spans arrive', () => collector.spans.length === 2);
    await loops.stop();
    expect(collector.named('job sweep')[0]?.status.code ?? 0).toBe(0);
    const [failed] = collector.named('job relay');
    expect(failed?.status.code).toBe(2);
    expect(factsOf(failed!)).toEqual({ 'error.type': 'TypeError' });
  });

  it('S5: nothing that somebody entered is sent: address, query, body, headers, error', async () => {
    const planted = `${door.url}/api/v1/fails/${IDENTITY}?how=text&q=${IDENTITY}`;
    await fetch(planted);
    await fetch(`${door.url}/api/v1/${IDENTITY}?q=${IDENTITY}`);
    await fetch(`${door.url}/api/v1/things`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-number': IDENTITY },
      body: JSON.stringify({ identityNumber: IDENTITY }),
    });
    await inSpan('transaction', () => Promise.reject(new Error(IDENTITY))).catch(() => undefined);
    await until('four spans arrive', () => collector.spans.length === 4);
    expect(collector.text).not.toContain(IDENTITY);
    expect(collector.text).not.toContain(IDENTITY.slice(0, 12));
  });

  it('a collector that is gone holds up nobody', async () => {
    await collector.stop();
    const begun = performance.now();
    const answer = await fetch(`${door.url}/api/v1/things/7`);
    expect(answer.status).toBe(200);
    await stop();
    expect(performance.now() - begun).toBeLessThan(4000);
    collector = await OtlpReceiver.start();
  });
});

describe('without tracing', () => {
  it('work is done as it is, and no call carries a header', async () => {
    expect(await inSpan('transaction', async () => traceHeaders())).toEqual({});
  });
});
