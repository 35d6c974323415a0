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
interface Source {
  on(event: 'error', listener: (error: Error) => void): unknown;
}

export interface OpenQueue extends Source {
  addBulk(jobs: { name: string; data: TimerData; opts: BulkJobOptions }[]): Promise<unknown>;
  count(): Promise<number>;
  close(): Promise<void>;
  /** Lets go of the connection, whatever is still unanswered on it. */
  disconnect(): Promise<void>;
}

export interface OpenWorker extends Source {
  /** A connection that is lost now or later is not sought again: what waits for it fails. */
  seekNoMore(): void;
  /** @param force waits for no ring in hand and for no answer */
  close(force?: boolean): Promise<void>;
  getBackend(): { isMaxed(): Promise<boolean> };
}

type Ring = (job: { data: TimerData }) => Promise<void>;

const onPostgres = withBackend(createPostgresBackend);

/** Longest wait between two attempts to reach a stopped Redis. */
const RETRY_MS = 1000;

/** How long a connection that is given up may take to end by itself. */
const LETTING_GO_MS = 250;

/**
 * The one place that knows where the queues live: in Redis where there is one, else in our own
 * PostgreSQL, in a schema of their own.
 *
 * @param migrate creates that schema first; only its owner may
 */
export function openQueue(settings: Settings, name: string, migrate = false): OpenQueue {
  if (!settings.redisUrl) {
    return new onPostgres.Queue<TimerData>(name, { connection: inPostgres(settings, migrate) });
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
    const connection = inPostgres(settings);
    const worker = new onPostgres.Worker<TimerData>(name, ring, { connection, concurrency });
    return Object.assign(worker, { seekNoMore: () => undefined });
  }
  const seeking = { over: false };
  const connection = { ...inRedis(settings.redisUrl, seeking), maxRetriesPerRequest: null };
  const options = { connection, concurrency, runRetryDelay: RETRY_MS };
  const worker = new RedisWorker<TimerData>(name, ring, options);
  return Object.assign(worker, { seekNoMore: () => void (seeking.over = true) });
}

function inPostgres(settings: Settings, migrate = false) {
  return { connectionString: settings.databaseUrl, schema: 'bullmq', migrate, max: 3 };
}

function inRedis(url: string, seeking = { over: false }) {
  const retryStrategy = (tries: number) =>
    seeking.over ? null : Math.min(50 * 2 ** tries, RETRY_MS);
  return { url, retryStrategy, disconnectTimeout: LETTING_GO_MS };
}

/** Creates the queue's own tables where it lives in PostgreSQL; the application's role may not. */
export async function prepareQueue(settings: Settings): Promise<void> {
  if (settings.redisUrl) return;
  const owner = { ...settings, databaseUrl: settings.migratorUrl ?? settings.databaseUrl };
  const queue = openQueue(owner, 'deadline', true);
  await queue.count();
  await queue.close();
}
