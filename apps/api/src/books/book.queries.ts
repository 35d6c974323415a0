import { Injectable } from '@nestjs/common';
import { catalogError, editionWords, type Edition } from '@yikou/domain';
import { Transactions, type Reader } from '@yikou/platform';
import { cursorOf, keyOf, pageOf } from '../keyset.js';
import { PageQueryDto, USUAL_PAGE } from '../page.dto.js';
import type {
  BookDto,
  BookItemPageDto,
  BookItemDto,
  BookPageDto,
  BookQueryDto,
} from './book.dto.js';

type BookRow = Omit<BookDto, 'edition'> & Edition;

const BOOK = `b.id, b.level, b.year, b.serial, b.district, b.issuer, b.frozen_on::text AS "frozenOn",
  b.item_count AS "itemCount", b.content_hash AS "contentHash", b.compiled_at AS "compiledAt",
  (SELECT p.id FROM spec_books p WHERE p.level = b.level AND (p.year, p.serial) < (b.year, b.serial)
    ORDER BY p.year DESC, p.serial DESC LIMIT 1) AS "previousId",
  (SELECT json_agg(json_build_object('format', f.format, 'state', f.state, 'bytes', f.bytes,
      'sha256', f.sha256) ORDER BY array_position(ARRAY['PDF','DOCX','XLSX'], f.format))
    FROM spec_book_files f WHERE f.book_id = b.id) AS files
  FROM spec_books b`;

/** Editions, newest first, and what each holds (R32). */
@Injectable()
export class BookQueries {
  constructor(private readonly transactions: Transactions) {}

  async page({ level, cursor, limit = USUAL_PAGE }: BookQueryDto): Promise<BookPageDto> {
    const [year, serial, last] = keyOf(cursor, [/^\d{4}$/, /^\d{1,6}$/, /^[A-Z]+$/]) ?? [];
    const rows: BookRow[] = await this.transactions.reader.query(
      `SELECT ${BOOK} WHERE ($2::text IS NULL OR b.level = $2)
         AND ($3::int IS NULL OR (b.year, b.serial, b.level) < ($3::int, $4::int, $5::text))
       ORDER BY b.year DESC, b.serial DESC, b.level DESC LIMIT $1`,
      [limit + 1, level ?? null, year ?? null, serial ?? null, last ?? null],
    );
    return pageOf(rows, limit, drawBook, (row) => cursorOf(row.year, row.serial, row.level));
  }

  /** @throws DomainError `catalog.book_unknown` */
  async one(id: string, reader: Reader = this.transactions.reader): Promise<BookDto> {
    const [row]: BookRow[] = await reader.query(`SELECT ${BOOK} WHERE b.id = $1`, [id]);
    if (!row) throw catalogError('catalog.book_unknown');
    return drawBook(row);
  }

  /** The newest edition that holds the version in force of an item, such as 2026-1; null for none. */
  async editionWith(code: string): Promise<string | null> {
    const [row]: Edition[] = await this.transactions.reader.query(
      `SELECT b.year, b.serial FROM service_items s JOIN spec_book_items i ON i.item_version_id = s.current_version_id
         JOIN spec_books b ON b.id = i.book_id
       WHERE s.code = $1 ORDER BY b.year DESC, b.serial DESC LIMIT 1`,
      [code],
    );
    return row ? editionWords(row) : null;
  }

  /** What an edition holds, in its order. */
  async items(id: string, { cursor, limit = USUAL_PAGE }: PageQueryDto): Promise<BookItemPageDto> {
    const [after = '0'] = keyOf(cursor, [/^\d{1,6}$/]) ?? [];
    const rows: BookItemDto[] = await this.transactions.reader.query(
      `SELECT i.place, v.item_code AS code, v.name, v.theme, v.id AS "versionId",
         v.number AS "versionNumber", v.effective_from::text AS "effectiveFrom"
       FROM spec_book_items i JOIN item_versions v ON v.id = i.item_version_id
       WHERE i.book_id = $1 AND i.place > $2::int ORDER BY i.place LIMIT $3`,
      [id, after, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      (row) => cursorOf(row.place),
    );
  }
}

function drawBook({ year, serial, ...row }: BookRow): BookDto {
  return { ...row, edition: editionWords({ year, serial }) };
}
