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
  /** Lets go of the connections, whatever is still unanswered on them. */
  disconnect(): Promise<void>;
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

/** How long a connection that is given up may take to end by itself. */
const LETTING_GO_MS = 250;

/**
 * The one place that knows where the queues live: in Redis where there is one, else in our own
 * PostgreSQL, in a schema of their own.
 */
export function openQueue(settings: Settings, name: string): OpenQueue {
  if (!settings.redisUrl) {
    return new onPostgres.Queue<TimerData>(name, { connection: inPostgres(settings) });
  }
  const connection = {
    ...inRedis(settings.redisUrl, () => queue.closing !== undefined),
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
  };
  const queue: RedisQueue<TimerData> = new RedisQueue(name, { connection });
  return queue;
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
  const connection = {
    ...inRedis(settings.redisUrl, () => worker.closing !== undefined),
    maxRetriesPerRequest: null,
  };
  const worker: RedisWorker<TimerData> = new RedisWorker(name, ring, { connection, concurrency });
  return worker;
}

function inPostgres(settings: Settings) {
  return { connectionString: settings.databaseUrl, schema: 'bullmq', migrate: true, max: 3 };
}

/** @param isClosing then a lost connection is not sought again, or it would keep the process alive */
function inRedis(url: string, isClosing: () => boolean) {
  const retryStrategy = (tries: number) =>
    isClosing() ? null : Math.min(50 * 2 ** tries, RETRY_MS);
  return { url, retryStrategy, disconnectTimeout: LETTING_GO_MS };
}

/** Creates the queue's own tables where it lives in PostgreSQL, before several processes would. */
export async function prepareQueue(settings: Settings): Promise<void> {
  if (settings.redisUrl) return;
  const queue = openQueue(settings, 'deadline');
  await queue.count();
  await queue.close();
}
