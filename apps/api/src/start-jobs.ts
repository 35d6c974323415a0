import type { INestApplicationContext } from '@nestjs/common';
import { Clock, forgetKeysBefore, Loops, OutboxRelay, Transactions } from '@yikou/platform';
import { EndOfDay } from './appointments/index.js';
import { DestroyPackages, PackArchives } from './archives/index.js';
import { AnchorAudit } from './audit/index.js';
import { PrintBooks } from './books/index.js';
import { AnnounceEndings } from './authorisations/index.js';
import { CATALOG_CLOCK, PublishVersion } from './catalog/index.js';
import { CombingJobs } from './combing/index.js';
import { CalendarJobs, DeadlineJobs } from './deadlines/index.js';
import { ExportJobs } from './finding/index.js';
import { MakeFilings } from './filings/index.js';
import { forgetSessionsBefore } from './identity/index.js';
import { forgetTailsBefore } from './intake/index.js';
import { ExpirePreregistrations } from './preregistration/index.js';

const RELAY_MS = 1000;
const FORGET_MS = 600_000;
/** How much of a chain's end could be cut off unseen. */
const ANCHOR_MS = 5000;
/** A published version comes into force on its day, a minute late at most. */
const CATALOG_MS = 60_000;
/** An edition is printed as soon as it is frozen. */
const BOOKS_MS = 1000;
const ARCHIVES_MS = 2000;
/** A week is filed as soon as it is over; a turn without one is a single read. */
const FILINGS_MS = 60_000;
/** Months of the audit that are there before they are needed. */
const AUDIT_MONTHS_AHEAD = 12;
/** A day that is over is noticed a minute late at most. */
const VISITS_MS = 60_000;
const DAILY_MS = 86_400_000;
/** How long an Idempotency-Key gives the same answer (design §2). */
const KEPT_MS = 24 * 3_600_000;
/** Who was signed in stays known for six months (网络安全法第二十一条). */
const SESSIONS_KEPT_MS = 180 * 86_400_000;

/** Everything that runs by itself. */
export function startJobs(app: INestApplicationContext): void {
  app.get(DeadlineJobs).start();
  app.get(CalendarJobs).start();
  app.get(CombingJobs).start();
  app.get(ExportJobs).start();
  const relay = app.get(OutboxRelay);
  const transactions = app.get(Transactions);
  const clock = app.get(Clock);
  const loops = app.get(Loops);
  loops.start('outbox relay', RELAY_MS, () => relay.drain());
  loops.start('versions into force', CATALOG_MS, () =>
    transactions.as(CATALOG_CLOCK, (tx) => app.get(PublishVersion).bringIntoForce(tx)),
  );
  loops.start('books', BOOKS_MS, () => app.get(PrintBooks).run());
  loops.start('authorisations ending', DAILY_MS, () => app.get(AnnounceEndings).run());
  loops.start('visits', VISITS_MS, () => app.get(EndOfDay).run());
  loops.start('preregistrations', VISITS_MS, () => app.get(ExpirePreregistrations).run());
  loops.start('archives', ARCHIVES_MS, async () => {
    await app.get(PackArchives).run();
    await app.get(DestroyPackages).run();
  });
  loops.start('filings', FILINGS_MS, () => app.get(MakeFilings).run());
  loops.start('audit anchors', ANCHOR_MS, () => app.get(AnchorAudit).run());
  loops.start('audit months', DAILY_MS, () =>
    transactions.as('audit', (tx) =>
      tx.query("SELECT audit_ensure_partitions((now() + $1 * interval '1 month')::date)", [
        AUDIT_MONTHS_AHEAD,
      ]),
    ),
  );
  const before = (milliseconds: number) => new Date(clock.now().getTime() - milliseconds);
  loops.start('old keys and sessions', FORGET_MS, () =>
    transactions.as('housekeeping', async (tx) => {
      await forgetKeysBefore(tx, before(KEPT_MS));
      await forgetSessionsBefore(tx, before(SESSIONS_KEPT_MS));
      await forgetTailsBefore(tx, before(KEPT_MS));
    }),
  );
}
