import { Injectable } from '@nestjs/common';
import { combingError } from '@yikou/domain';
import { Transactions, type Reader } from '@yikou/platform';
import type { CellProblem, ListFormat } from '../documents/index.js';
import { cursorOf, INSTANT, keyOf, pageOf, UUID } from '../keyset.js';
import { USUAL_PAGE } from '../page.dto.js';
import type { ImportState } from './combing.entity.js';
import type { ImportDto, ImportPageDto, ImportQueryDto, ImportSummaryDto } from './import.dto.js';

const MOST_SHOWN = 200;

const SUMMARY = `m.id, m.area_code AS "areaCode", a.name AS "areaName", m.levels, m.file_name AS "fileName",
  m.format, m.dry_run AS "dryRun", m.state, m.rows_read AS "rowsRead", m.rows_matched AS "rowsMatched",
  m.rows_written AS "rowsWritten", m.problem_count AS "problemCount", m.created_at AS "createdAt",
  p.display_name AS "createdByName", m.finished_at AS "finishedAt"`;

const FROM = `FROM street_list_imports m JOIN areas a ON a.code = m.area_code
  JOIN accounts p ON p.id = m.created_by_id`;

/** The file as it was handed in, and what is wrong with it. */
export interface ReturnedFile {
  storage_key: string;
  file_name: string;
  format: ListFormat;
  problems: CellProblem[];
}

/** The imports of lists, the newest first. */
@Injectable()
export class ImportQueries {
  constructor(private readonly transactions: Transactions) {}

  async page({ area, cursor, limit = USUAL_PAGE }: ImportQueryDto): Promise<ImportPageDto> {
    const [at, id] = keyOf(cursor, [INSTANT, UUID]) ?? [];
    const rows: ImportSummaryDto[] = await this.transactions.reader.query(
      `SELECT ${SUMMARY} ${FROM}
       WHERE ($2::text IS NULL OR m.area_code = $2)
         AND ($3::timestamptz IS NULL OR (m.created_at, m.id) < ($3::timestamptz, $4::uuid))
       ORDER BY m.created_at DESC, m.id DESC LIMIT $1`,
      [limit + 1, area ?? null, at ?? null, id ?? null],
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      (row) => cursorOf(row.createdAt, row.id),
    );
  }

  one(id: string): Promise<ImportDto> {
    return this.within(this.transactions.reader, id);
  }

  /** @throws DomainError `combing.import_unknown` */
  async within(reader: Reader, id: string): Promise<ImportDto> {
    const [row]: ImportDto[] = await reader.query(
      `SELECT ${SUMMARY}, m.outcome, m.refusal_code AS "refusalCode", m.refusal_title AS "refusalTitle",
         jsonb_path_query_array(m.problems, '$[0 to ${MOST_SHOWN - 1}]') AS problems
       ${FROM} WHERE m.id = $1`,
      [id],
    );
    if (!row) throw combingError('combing.import_unknown');
    return { ...row, mayCancel: isOpen(row.state), hasReturnedSheet: row.problemCount > 0 };
  }

  /** @throws DomainError `combing.import_unknown`, `combing.no_returned_sheet` */
  async returnedFile(id: string): Promise<ReturnedFile> {
    const [row]: ReturnedFile[] = await this.transactions.reader.query(
      'SELECT storage_key, file_name, format, problems FROM street_list_imports WHERE id = $1',
      [id],
    );
    if (!row) throw combingError('combing.import_unknown');
    if (row.problems.length === 0) throw combingError('combing.no_returned_sheet');
    return row;
  }
}

export function isOpen(state: ImportState): boolean {
  return state === 'WAITING' || state === 'RUNNING';
}
