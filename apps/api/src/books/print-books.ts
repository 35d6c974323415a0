import { Injectable, Logger } from '@nestjs/common';
import { editionWords, type BookFormat, type Edition, type ItemStandard } from '@yikou/domain';
import { Clock, FileStore, Transactions } from '@yikou/platform';
import { writeBookDocx, writeBookPdf, writeItemBook, type BookHeader } from '../documents/index.js';
import { contentsOfBook } from './book-contents.js';

/** The name under which editions are printed. */
export const BOOK_PRESS = 'book-press';

/** How long a worker may take for one file before another takes it for lost. */
const TAKEN_MS = 300_000;
const MOST_TRIES = 3;

type Wanted = Omit<BookHeader, 'edition'> & Edition & { bookId: string; format: BookFormat };

/** The next file that nobody works on; with it, who has taken it until when. */
const TAKE = `
  WITH next AS (
    SELECT f.book_id, f.format FROM spec_book_files f
    WHERE f.state = 'WAITING' AND (f.taken_until IS NULL OR f.taken_until <= $1)
    ORDER BY f.book_id, f.format LIMIT 1 FOR UPDATE SKIP LOCKED),
  taken AS (
    UPDATE spec_book_files f SET taken_until = $2, tries = tries + 1 FROM next
    WHERE f.book_id = next.book_id AND f.format = next.format RETURNING f.book_id, f.format)
  SELECT t.book_id AS "bookId", t.format, b.level, b.year, b.serial, b.district, b.issuer,
    b.frozen_on::text AS date
  FROM taken t JOIN spec_books b ON b.id = t.book_id`;

const WRITERS: Record<
  BookFormat,
  (items: readonly ItemStandard[], header: BookHeader) => Promise<Buffer>
> = {
  PDF: async (items, header) => (await writeBookPdf(items, header)).bytes,
  DOCX: (items, header) => writeBookDocx(items, header),
  XLSX: (items) => writeItemBook(items),
};

/** Prints the files of frozen editions, in the worker: a long book takes seconds. */
@Injectable()
export class PrintBooks {
  private readonly log = new Logger(PrintBooks.name);

  constructor(
    private readonly transactions: Transactions,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /** Prints what waits, one file after the other. */
  async run(): Promise<void> {
    for (let wanted = await this.take(); wanted; wanted = await this.take()) {
      try {
        await this.print(wanted);
      } catch (error) {
        this.log.error({ msg: 'a book was not printed', bookId: wanted.bookId, err: error });
        await this.giveBack(wanted);
      }
    }
  }

  private take(): Promise<Wanted | undefined> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + TAKEN_MS);
    return this.transactions.as(BOOK_PRESS, async (tx) => {
      const [wanted]: Wanted[] = await tx.query(TAKE, [now, until]);
      return wanted;
    });
  }

  private async print({ bookId, format, year, serial, ...header }: Wanted): Promise<void> {
    const entries = await this.transactions.readAs(BOOK_PRESS, (tx) => contentsOfBook(tx, bookId));
    const items = entries.map(({ standard }) => standard);
    const edition = editionWords({ year, serial });
    const kept = await this.files.keep(await WRITERS[format](items, { ...header, edition }));
    const done = await this.transactions.as(BOOK_PRESS, (tx): Promise<unknown[]> =>
      tx.query(
        `WITH done AS (
           UPDATE spec_book_files SET state = 'READY', storage_key = $3, sha256 = $4, bytes = $5,
             taken_until = NULL
           WHERE book_id = $1 AND format = $2 AND state = 'WAITING' RETURNING book_id)
         SELECT book_id FROM done`,
        [bookId, format, kept.key, kept.sha256, kept.bytes],
      ),
    );
    // Another worker was faster: one file is enough.
    if (done.length === 0) await this.files.remove(kept.key);
  }

  private async giveBack({ bookId, format }: Wanted): Promise<void> {
    await this.transactions.as(BOOK_PRESS, (tx) =>
      tx.query(
        `UPDATE spec_book_files SET state = CASE WHEN tries >= $3 THEN 'FAILED' ELSE state END
         WHERE book_id = $1 AND format = $2 AND state = 'WAITING'`,
        [bookId, format, MOST_TRIES],
      ),
    );
  }
}
