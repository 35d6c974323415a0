import { Injectable, Inject, Logger } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.js';
import {
  openQueue,
  openWorker,
  type OpenQueue,
  type OpenWorker,
  type TimerData,
} from './backend.js';

export interface Timer {
  subjectId: string;
  version: number;
  /** Milliseconds from now until it rings; below zero rings at once. */
  delay: number;
}

/** A queue that does not answer within this time is treated as stopped (a sweep does its work). */
const PATIENCE_MS = 2000;

/**
 * A queue of timers. It only wakes somebody who then looks at the row: losing every job makes
 * things late by at most a sweep, never lost.
 */
@Injectable()
export class TimerQueue {
  private readonly logger = new Logger(TimerQueue.name);
  private readonly queues = new Map<string, OpenQueue>();
  private readonly workers: OpenWorker[] = [];
  private readonly inHand = new Set<Promise<void>>();

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /**
   * Sets timers; setting one twice keeps one.
   *
   * @returns false when the queue did not take them in time
   */
  async set(name: string, timers: readonly Timer[]): Promise<boolean> {
    if (timers.length === 0) return true;
    const jobs = timers.map(({ subjectId, version, delay }) => ({
      name,
      data: { subjectId, version },
      opts: {
        jobId: jobIdOf(name, subjectId, version),
        delay: Math.max(0, delay),
        removeOnComplete: true,
        removeOnFail: { age: 86_400, count: 1000 },
      },
    }));
    return this.inTime(this.queueOf(name).addBulk(jobs));
  }

  /** Calls `ring` for each timer as it falls due; at least once, so `ring` must be idempotent. */
  onRing(name: string, ring: (data: TimerData) => Promise<void>): void {
    const worker = openWorker(this.settings, name, (job) => this.untilDone(ring(job.data)));
    this.quieten(worker, name);
    this.workers.push(worker);
  }

  /** Answers whether the queue can be reached now. */
  async isUp(name: string): Promise<boolean> {
    return this.inTime(this.queueOf(name).count());
  }

  /** Finishes the rings in hand, but waits for no backend that does not answer. */
  async close(): Promise<void> {
    await Promise.all([
      ...this.workers.map((worker) => this.closeWorker(worker)),
      ...[...this.queues.values()].map((queue) => this.closeQueue(queue)),
    ]);
  }

  /** Closed in order while its connection is lost, a BullMQ worker waits and keeps its timers for ever. */
  private async closeWorker(worker: OpenWorker): Promise<void> {
    worker.seekNoMore();
    const answers = await this.inTime(worker.getBackend().isMaxed());
    if (!answers) await withPatience(Promise.allSettled(this.inHand));
    await withPatience(worker.close(!answers).catch(() => undefined));
  }

  private async closeQueue(queue: OpenQueue): Promise<void> {
    await withPatience(queue.close().catch(() => undefined));
    void queue.disconnect().catch(() => undefined);
  }

  private async untilDone(ring: Promise<void>): Promise<void> {
    this.inHand.add(ring);
    try {
      await ring;
    } finally {
      this.inHand.delete(ring);
    }
  }

  private queueOf(name: string): OpenQueue {
    const known = this.queues.get(name);
    if (known) return known;
    const queue = openQueue(this.settings, name);
    this.quieten(queue, name);
    this.queues.set(name, queue);
    return queue;
  }

  private async inTime(work: Promise<unknown>): Promise<boolean> {
    try {
      return (await withPatience(work.then(() => 'done' as const))) === 'done';
    } catch (error) {
      this.logger.warn(`queue: ${String(error)}`);
      return false;
    }
  }

  /** Without a listener a lost connection would end the process. One line a minute is enough. */
  private quieten(source: OpenQueue | OpenWorker, name: string): void {
    let lastSaid = 0;
    source.on('error', (error: Error) => {
      if (Date.now() - lastSaid < 60_000) return;
      lastSaid = Date.now();
      this.logger.warn(`queue ${name}: ${error.message}`);
    });
  }
}

/** BullMQ refuses ":" and all-digit ids; built here and nowhere else (T17). */
function jobIdOf(name: string, subjectId: string, version: number): string {
  return `${name}-${subjectId}-${version}`;
}

async function withPatience<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
  }
}
