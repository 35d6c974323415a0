import type { INestApplicationContext } from '@nestjs/common';
import { Clock, forgetKeysBefore, Loops, OutboxRelay, Transactions } from '@yikou/platform';
import { AnchorAudit } from './audit/index.js';
import { DeadlineJobs } from './deadlines/index.js';

const RELAY_MS = 1000;
const FORGET_MS = 600_000;
/** How much of a chain's end could be cut off unseen. */
const ANCHOR_MS = 5000;
/** How long an Idempotency-Key gives the same answer (design §2). */
const KEPT_MS = 24 * 3_600_000;

/** Everything that runs by itself. */
export function startJobs(app: INestApplicationContext): void {
  app.get(DeadlineJobs).start();
  const relay = app.get(OutboxRelay);
  const transactions = app.get(Transactions);
  const clock = app.get(Clock);
  const loops = app.get(Loops);
  loops.start('outbox relay', RELAY_MS, () => relay.drain());
  loops.start('audit anchors', ANCHOR_MS, () => app.get(AnchorAudit).run());
  loops.start('old keys', FORGET_MS, () =>
    transactions.as('housekeeping', (tx) =>
      forgetKeysBefore(tx, new Date(clock.now().getTime() - KEPT_MS)),
    ),
  );
}
