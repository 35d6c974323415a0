import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  BOOK_FORMATS,
  bookDifferencesOf,
  catalogError,
  editionWords,
  localDateOf,
  nextEdition,
  type Actor,
  type BookEntry,
  type Edition,
  type ItemStandard,
} from '@yikou/domain';
import { announce, Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import { contentHashOf } from '../documents/index.js';
import { drawDifference } from './compare-books.js';
import { contentsOfBook, contentsToday } from './book-contents.js';
import type { BookDto, CompileBookDto, NextBookDto } from './book.dto.js';
import { SpecBook, SpecBookFile, SpecBookItem } from './book.entity.js';
import { BookQueries } from './book.queries.js';

type Level = ItemStandard['level'];
type LastBook = Edition & { id: string; contentHash: string };

/** Compiles and freezes the next edition of a level's specification book (R32). */
@Injectable()
export class CompileBook {
  constructor(
    private readonly transactions: Transactions,
    private readonly books: BookQueries,
    private readonly clock: Clock,
  ) {}

  /** What the next edition would hold and change. */
  next(level: Level): Promise<NextBookDto> {
    return this.transactions.read(async (tx) => {
      const last = await lastBook(tx, level);
      const held = last ? await contentsOfBook(tx, last.id) : [];
      const entries = await contentsToday(tx, level);
      return {
        edition: editionWords(nextEdition(last, this.today())),
        itemCount: entries.length,
        inTheMaking: await inTheMaking(tx, level),
        changes: bookDifferencesOf(held, entries).map(drawDifference),
      };
    });
  }

  /** @throws DomainError `catalog.book_empty`, `catalog.book_unchanged` */
  run({ level, issuer }: CompileBookDto, actor: Actor): Promise<BookDto> {
    return this.transactions.run(async (tx) => {
      // Two who compile at once would take the same number.
      await tx.query("SELECT pg_advisory_xact_lock(hashtext('spec_books:' || $1))", [level]);
      const entries = await contentsToday(tx, level);
      if (entries.length === 0) throw catalogError('catalog.book_empty');
      const last = await lastBook(tx, level);
      const contentHash = contentHashOf(entries.map(({ standard }) => standard));
      if (last?.contentHash === contentHash) {
        throw catalogError('catalog.book_unchanged', `第${editionWords(last)}版`);
      }
      const edition = nextEdition(last, this.today());
      const id = await this.freeze(tx, { ...edition, level, contentHash, issuer }, entries, actor);
      return this.books.one(id, tx);
    });
  }

  private async freeze(
    tx: Tx,
    { issuer, ...facts }: Edition & { level: Level; contentHash: string; issuer?: string },
    entries: readonly BookEntry[],
    actor: Actor,
  ): Promise<string> {
    const id = randomUUID();
    const [place] = await placeOf(tx, actor);
    await tx.insert(SpecBook, {
      ...facts,
      id,
      district: place?.district ?? '',
      issuer: issuer ?? place?.unit ?? '',
      frozenOn: this.today(),
      itemCount: entries.length,
      compiledBy: actor.accountId,
      compiledAt: this.clock.now(),
    });
    await tx.insert(
      SpecBookItem,
      entries.map(({ versionId }, i) => ({ bookId: id, place: i + 1, itemVersionId: versionId })),
    );
    await tx.insert(
      SpecBookFile,
      BOOK_FORMATS.map((format) => ({ bookId: id, format, state: 'WAITING' as const })),
    );
    const edition = editionWords(facts);
    noteChange(tx, { kind: 'spec-book', id, after: { level: facts.level, edition } });
    const payload = { bookId: id, level: facts.level, edition, contentHash: facts.contentHash };
    await announce(tx, [{ topic: 'book.frozen', subjectId: id, payload }]);
    return id;
  }

  private today(): string {
    return localDateOf(this.clock.now());
  }
}

async function lastBook(tx: Tx, level: Level): Promise<LastBook | null> {
  const [last]: LastBook[] = await tx.query(
    `SELECT id, year, serial, content_hash AS "contentHash" FROM spec_books
     WHERE level = $1 ORDER BY year DESC, serial DESC LIMIT 1`,
    [level],
  );
  return last ?? null;
}

async function inTheMaking(tx: Tx, level: Level): Promise<number> {
  const [row]: { count: number }[] = await tx.query(
    `SELECT count(*)::int AS count FROM item_drafts d JOIN service_items i ON i.id = d.item_id
     WHERE d.state <> 'PUBLISHED' AND i.level = $1`,
    [level],
  );
  return row?.count ?? 0;
}

/** Whose book it is: the district with its city, and the unit that compiles. */
function placeOf(
  tx: Tx,
  { areaPath, unitId }: Actor,
): Promise<{ district: string; unit: string }[]> {
  return tx.query(
    `SELECT coalesce(city.name, '') || d.name AS district, u.name AS unit
     FROM units u JOIN areas d ON d.path = $1 LEFT JOIN areas city ON city.code = d.parent_code
     WHERE u.id = $2`,
    [areaPath, unitId],
  );
}
