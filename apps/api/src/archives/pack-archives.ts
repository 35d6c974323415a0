import { Injectable, Logger } from '@nestjs/common';
import { catalogueNumberOf, type Retention } from '@yikou/domain';
import { Clock, noteChange, Transactions } from '@yikou/platform';
import { Signatures } from '../deliveries/index.js';
import { ReadContents } from './archive-contents.js';
import { makePackage, sha256 } from './make-package.js';
import { Packages } from './packages.js';

/** The name under which packages are made and destroyed. */
export const ARCHIVIST = 'archivist';

/** How long a worker may take for one package before another takes it for lost. */
const TAKEN_MS = 300_000;
const MOST_TRIES = 3;

interface Wanted {
  id: string;
  case_id: string;
  fonds: string;
  year: number;
  retention: Retention;
  serial: number;
  archived_at: Date;
}

const TAKE = `
  WITH next AS (
    SELECT id FROM archives WHERE state = 'WAITING' AND (taken_until IS NULL OR taken_until <= $1)
    ORDER BY archived_at, id LIMIT 1 FOR UPDATE SKIP LOCKED),
  taken AS (
    UPDATE archives a SET taken_until = $2, tries = a.tries + 1, progress = 0 FROM next
    WHERE a.id = next.id
    RETURNING a.id, a.case_id, a.fonds, a.year, a.retention, a.serial, a.archived_at)
  SELECT * FROM taken`;

const DONE = `
  WITH done AS (
    UPDATE archives SET state = 'READY', progress = 100, storage_key = $2, sha256 = $3, bytes = $4,
      file_count = $5, packed_at = $6, taken_until = NULL
    WHERE id = $1 AND state = 'WAITING' RETURNING id)
  SELECT id FROM done`;

/** Makes the packages of archived cases, in the worker, one after the other (R84). */
@Injectable()
export class PackArchives {
  private readonly log = new Logger(PackArchives.name);

  constructor(
    private readonly transactions: Transactions,
    private readonly contents: ReadContents,
    private readonly packages: Packages,
    private readonly signatures: Signatures,
    private readonly clock: Clock,
  ) {}

  /** @returns how many packages were made */
  async run(): Promise<number> {
    let made = 0;
    for (let wanted = await this.take(); wanted; wanted = await this.take()) {
      try {
        await this.pack(wanted);
        made += 1;
      } catch (error) {
        this.log.error({ msg: 'a package was not made', archiveId: wanted.id, err: error });
        await this.giveBack(wanted.id);
      }
    }
    return made;
  }

  private take(): Promise<Wanted | undefined> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + TAKEN_MS);
    return this.transactions.as(ARCHIVIST, async (tx) => {
      const [wanted]: Wanted[] = await tx.query(TAKE, [now, until]);
      return wanted;
    });
  }

  private async pack(wanted: Wanted): Promise<void> {
    const { id, archived_at: archivedAt } = wanted;
    const contents = await this.transactions.readAs(ARCHIVIST, (tx) =>
      this.contents.run(tx, wanted.case_id),
    );
    const { zip, files } = await makePackage({
      catalogueNumber: catalogueNumberOf(wanted),
      archivedAt,
      contents,
      read: (file) => this.packages.content(file.storage_key),
      signature: (one) => this.signatures.image(one.id, one.key),
      onProgress: (percent) => this.progress(id, percent),
    });
    const key = await this.packages.keep(id, zip);
    const hash = sha256(zip);
    const done = await this.transactions.as(ARCHIVIST, async (tx): Promise<unknown[]> => {
      const rows: unknown[] = await tx.query(DONE, [
        ...[id, key, hash, zip.length],
        ...[files, this.clock.now()],
      ]);
      if (rows.length > 0) noteChange(tx, { kind: 'archive', id, after: { sha256: hash, files } });
      return rows;
    });
    // Another worker was faster: one package is enough.
    if (done.length === 0) await this.packages.remove(key);
  }

  private async progress(id: string, percent: number): Promise<void> {
    await this.transactions.as(ARCHIVIST, (tx) =>
      tx.query(`UPDATE archives SET progress = $2 WHERE id = $1 AND state = 'WAITING'`, [
        id,
        percent,
      ]),
    );
  }

  private async giveBack(id: string): Promise<void> {
    await this.transactions.as(ARCHIVIST, (tx) =>
      tx.query(
        `UPDATE archives SET state = CASE WHEN tries >= $2 THEN 'FAILED' ELSE state END
         WHERE id = $1 AND state = 'WAITING'`,
        [id, MOST_TRIES],
      ),
    );
  }
}
