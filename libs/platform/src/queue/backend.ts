import {
  Queue as RedisQueue,
  Worker as RedisWorker,
  createPostgresBackend,
  withBackend,
  type BulkJobOptions,
} from 'bullmq';
import type { Settings } from '../config/settings.js';

export interface TimerData {
  subjectId: string;
  version: number;
}

/** What both backends have in common and we need. */
interface Closable {
  close(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

export interface OpenQueue extends Closable {
  addBulk(jobs: { name: string; data: TimerData; opts: BulkJobOptions }[]): Promise<unknown>;
  count(): Promise<number>;
}

export type OpenWorker = Closable;

type Ring = (job: { data: TimerData }) => Promise<void>;

const onPostgres = withBackend(createPostgresBackend);

/** Longest wait between two attempts to reach a stopped Redis. */
const RETRY_MS = 1000;

/**
 * The one place that knows where the queues live: in Redis where there is one, else in our own
 * PostgreSQL, in a schema of their own.
 */
export function openQueue(settings: Settings, name: string): OpenQueue {
  if (!settings.redisUrl) {
    return new onPostgres.Queue<TimerData>(name, { connection: inPostgres(settings) });
  }
  const connection = {
    ...inRedis(settings.redisUrl),
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
  };
  return new RedisQueue<TimerData>(name, { connection });
}

/** Opens a worker on the same backend as {@link openQueue}. */
export function openWorker(settings: Settings, name: string, ring: Ring): OpenWorker {
  const concurrency = 8;
  if (!settings.redisUrl) {
    return new onPostgres.Worker<TimerData>(name, ring, {
      connection: inPostgres(settings),
      concurrency,
    });
  }
  const connection = { ...inRedis(settings.redisUrl), maxRetriesPerRequest: null };
  return new RedisWorker<TimerData>(name, ring, { connection, concurrency });
}

function inPostgres(settings: Settings) {
  return { connectionString: settings.databaseUrl, schema: 'bullmq', migrate: true, max: 3 };
}

function inRedis(url: string) {
  return { url, retryStrategy: (tries: number) => Math.min(50 * 2 ** tries, RETRY_MS) };
}

/** Creates the queue's own tables where it lives in PostgreSQL, before several processes would. */
export async function prepareQueue(settings: Settings): Promise<void> {
  if (settings.redisUrl) return;
  const queue = openQueue(settings, 'deadline');
  await queue.count();
  await queue.close();
}
