import type { INestApplicationContext } from '@nestjs/common';
import { Loops, OutboxRelay } from '@yikou/platform';
import { DeadlineJobs } from './deadlines/index.js';

const RELAY_MS = 1000;

/** Everything that runs by itself. */
export function startJobs(app: INestApplicationContext): void {
  app.get(DeadlineJobs).start();
  const relay = app.get(OutboxRelay);
  app.get(Loops).start('outbox relay', RELAY_MS, () => relay.drain());
}
