import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Clock, Settings } from '@yikou/platform';
import { AppModule } from '../../src/app.module.js';
import { startJobs } from '../../src/start-jobs.js';

/** The worker as `worker.ts` runs it, in this process. */
export async function startWorker(
  settings: Settings,
  clock?: Clock,
): Promise<INestApplicationContext> {
  const worker = await NestFactory.createApplicationContext(AppModule.with(settings, clock), {
    logger: false,
  });
  await worker.init();
  startJobs(worker);
  return worker;
}

/** Waits for a condition; the last thing seen is in the error when it never comes. */
export async function until<T>(
  what: string,
  look: () => Promise<T>,
  holds: (seen: T) => boolean,
  patienceMs = 20_000,
): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (Date.now() > end) throw new Error(`${what}: still ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
