import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { isBeating, type LoopStatus } from '../jobs/loops.js';
import { mayReadMetrics } from './metrics/may-read-metrics.js';
import type { Metrics } from './metrics/metrics.js';
import { METRICS_PATH } from './metrics/serve-metrics.js';

/** What the small server of a process without pages tells. */
export interface WorkerDoorOptions {
  port: number;
  loops: () => readonly LoopStatus[];
  isLeaving: () => boolean;
  metrics: Metrics;
  token: string | undefined;
}

interface Answer {
  status: number;
  type?: string;
  text: string;
}

/** Answers probes of a worker: alive, ready, numbers. It takes nothing in and knows no one. */
export async function openWorkerDoor(options: WorkerDoorOptions): Promise<http.Server> {
  const server = http.createServer((request, response) => {
    void answerTo(request, options)
      .catch(() => json(500, { status: 'failed' }))
      .then((answer) => send(request, response, answer));
  });
  server.listen(options.port, '0.0.0.0');
  await once(server, 'listening');
  return server;
}

async function answerTo(request: IncomingMessage, options: WorkerDoorOptions): Promise<Answer> {
  const [path] = (request.url ?? '').split('?');
  if (request.method !== 'GET' && request.method !== 'HEAD') return json(405, { status: 'no' });
  if (path === '/health/live') return json(200, { status: 'live' });
  if (path === '/health/ready') return readiness(options);
  if (path === METRICS_PATH && mayReadMetrics(request, options.token)) {
    return { status: 200, ...(await options.metrics.page()) };
  }
  return json(404, { status: 'no such address' });
}

/** Each loop has finished a turn within its time; that it could shows that the database answers. */
function readiness({ loops, isLeaving }: WorkerDoorOptions): Answer {
  const late = loops()
    .filter((loop) => !isBeating(loop))
    .map(({ name }) => name);
  const draining = isLeaving();
  const ready = !draining && late.length === 0;
  return json(ready ? 200 : 503, { status: ready ? 'ready' : 'not-ready', draining, late });
}

function json(status: number, body: object): Answer {
  return { status, text: JSON.stringify(body) };
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const { status, type = 'application/json; charset=utf-8', text } = answer;
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(status === 503 ? { 'retry-after': '5' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : text);
}
