import { Injectable } from '@nestjs/common';
import {
  filingActions,
  filingError,
  seesWholeSubtree,
  sundayOf,
  type Actor,
  type FilingFacts,
  type FilingState,
} from '@yikou/domain';
import { Transactions, type Reader } from '@yikou/platform';
import { DeadlineQueries, type DeadlineDto } from '../deadlines/index.js';
import { cursorOf, keyOf, pageOf, UUID } from '../keyset.js';
import { PageQueryDto, USUAL_PAGE } from '../page.dto.js';
import type {
  FilingDto,
  FilingPageDto,
  FilingQueryDto,
  FilingRowDto,
  FilingRowPageDto,
  FilingWeekDto,
} from './filing.dto.js';

export interface FilingRecord {
  id: string;
  version: number;
  week: string;
  centre_unit_id: string;
  centre_name: string;
  section_unit_id: string;
  section_name: string;
  item_code: string;
  item_name: string;
  area_path: string;
  state: FilingState;
  sent_at: Date;
  acknowledged_at: Date | null;
  acknowledged_by_name: string | null;
  case_count: number;
  open_queries: number;
}

const SELECT = `SELECT f.id, f.version, f.week::text, f.centre_unit_id, c.name AS centre_name, f.section_unit_id,
    s.name AS section_name, f.item_code, f.item_name, f.area_path, f.state, f.sent_at, f.acknowledged_at,
    a.display_name AS acknowledged_by_name,
    (SELECT max(r.place) FROM filing_rows r WHERE r.filing_id = f.id) AS case_count,
    (SELECT count(*)::int FROM filing_queries q WHERE q.filing_id = f.id AND q.answered_at IS NULL) AS open_queries
  FROM filings f JOIN units c ON c.id = f.centre_unit_id JOIN units s ON s.id = f.section_unit_id
    LEFT JOIN accounts a ON a.id = f.acknowledged_by_id`;

const LATEST = `SELECT week::text, made_at AS "madeAt", filing_count AS "filingCount", case_count AS "caseCount"
  FROM filing_weeks ORDER BY week DESC LIMIT 1`;

const ROWS = `SELECT r.place, r.kind, r.case_id AS "caseId", r.case_number AS "caseNumber",
    r.applicant_name AS "applicantName", r.outcome, r.result_number AS "resultNumber", r.authority,
    r.decided_at AS "decidedAt",
    coalesce((SELECT json_agg(json_build_object('question', q.question, 'askedByName', b.display_name,
        'askedAt', q.asked_at, 'answer', q.answer, 'answeredByName', n.display_name,
        'answeredAt', q.answered_at) ORDER BY q.asked_at, q.id)
      FROM filing_queries q LEFT JOIN accounts b ON b.id = q.asked_by_id
        LEFT JOIN accounts n ON n.id = q.answered_by_id
      WHERE q.filing_id = r.filing_id AND q.place = r.place), '[]') AS queries
  FROM filing_rows r JOIN filings f ON f.id = r.filing_id`;

/** Filings, the newest week first: a centre's own, those a section was sent, all of a district. */
@Injectable()
export class FilingQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly deadlines: DeadlineQueries,
  ) {}

  async page(query: FilingQueryDto, actor: Actor): Promise<FilingPageDto> {
    const { state, week, centreUnitId, sectionUnitId, cursor, limit = USUAL_PAGE } = query;
    const params: unknown[] = [limit + 1];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const where = [scopeOf(actor, bind)];
    if (state) where.push(`f.state = ${bind(state)}`);
    if (week) where.push(`f.week = ${bind(week)}::date`);
    if (centreUnitId) where.push(`f.centre_unit_id = ${bind(centreUnitId)}`);
    if (sectionUnitId) where.push(`f.section_unit_id = ${bind(sectionUnitId)}`);
    const after = keyOf(cursor, [/^\d{4}-\d{2}-\d{2}$/, UUID]);
    if (after) where.push(`(f.week, f.id) < (${bind(after[0])}::date, ${bind(after[1])}::uuid)`);
    const sql = `${SELECT} WHERE ${where.join(' AND ')} ORDER BY f.week DESC, f.id DESC LIMIT $1`;
    return this.transactions.read(async (tx) => {
      const rows: FilingRecord[] = await tx.query(sql, params);
      const ids = rows.map(({ id }) => id);
      const deadlines = await this.deadlines.ofSubjects(ids, tx);
      const [latest]: Omit<FilingWeekDto, 'weekEnds'>[] = await tx.query(LATEST);
      const draw = (row: FilingRecord) => drawFiling(row, deadlines.get(row.id) ?? [], actor);
      return {
        latestWeek: latest ? { ...latest, weekEnds: sundayOf(latest.week) } : null,
        ...pageOf(rows, limit, draw, (row) => cursorOf(row.week, row.id)),
      };
    });
  }

  one(id: string, actor: Actor): Promise<FilingDto> {
    return this.transactions.read((tx) => this.drawn(tx, id, actor));
  }

  async drawn(tx: Reader, id: string, actor: Actor): Promise<FilingDto> {
    const row = await this.row(tx, id, actor);
    const deadlines = await this.deadlines.ofSubjects([id], tx);
    return drawFiling(row, deadlines.get(id) ?? [], actor);
  }

  /** @throws DomainError `filing.unknown`, also for one outside the asker's scope */
  async row(tx: Reader, id: string, actor: Actor, lock = ''): Promise<FilingRecord> {
    const params: unknown[] = [id];
    const scope = scopeOf(actor, (value) => `$${params.push(value)}`);
    const [row]: FilingRecord[] = await tx.query(
      `${SELECT} WHERE f.id = $1 AND ${scope} ${lock}`,
      params,
    );
    if (!row) throw filingError('filing.unknown');
    return row;
  }

  /** @throws DomainError `filing.unknown` */
  async rows(
    id: string,
    { cursor, limit = 50 }: PageQueryDto,
    actor: Actor,
  ): Promise<FilingRowPageDto> {
    const [after = '0'] = keyOf(cursor, [/^\d{1,9}$/]) ?? [];
    const params: unknown[] = [id, after, limit + 1];
    const scope = scopeOf(actor, (value) => `$${params.push(value)}`);
    const rows: FilingRowDto[] = await this.transactions.reader.query(
      `${ROWS} WHERE r.filing_id = $1 AND r.place > $2 AND ${scope} ORDER BY r.place LIMIT $3`,
      params,
    );
    if (rows.length === 0 && after === '0') throw filingError('filing.unknown');
    return pageOf(
      rows,
      limit,
      (row) => row,
      (row) => cursorOf(row.place),
    );
  }
}

function scopeOf(actor: Actor, bind: (value: unknown) => string): string {
  if (seesWholeSubtree(actor)) return `starts_with(f.area_path, ${bind(actor.areaPath)})`;
  const unit = bind(actor.unitId);
  return `(f.section_unit_id = ${unit} OR f.centre_unit_id = ${unit})`;
}

export function factsOf(row: FilingRecord): FilingFacts {
  return {
    state: row.state,
    centreUnitId: row.centre_unit_id,
    sectionUnitId: row.section_unit_id,
    openQueries: row.open_queries,
  };
}

function drawFiling(row: FilingRecord, deadlines: readonly DeadlineDto[], actor: Actor): FilingDto {
  return {
    id: row.id,
    version: row.version,
    week: row.week,
    weekEnds: sundayOf(row.week),
    centre: { id: row.centre_unit_id, name: row.centre_name },
    section: { id: row.section_unit_id, name: row.section_name },
    itemCode: row.item_code,
    itemName: row.item_name,
    state: row.state,
    caseCount: row.case_count,
    openQueries: row.open_queries,
    sentAt: row.sent_at,
    acknowledgedAt: row.acknowledged_at,
    acknowledgedByName: row.acknowledged_by_name,
    deadline: deadlines.at(-1) ?? null,
    allowedActions: filingActions(factsOf(row), actor),
  };
}
