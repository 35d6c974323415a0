import { Injectable } from '@nestjs/common';
import { seesWholeSubtree, workflowError, type Actor } from '@yikou/domain';
import { Clock, Transactions, type Reader, type Tx } from '@yikou/platform';
import { DeadlineQueries } from '../deadlines/index.js';
import { cursorOf, INSTANT, keyOf, pageOf, UUID } from '../keyset.js';
import { USUAL_PAGE } from '../page.dto.js';
import { caseFilterOf } from './case-filter.js';
import {
  CASE_COLUMNS,
  drawCase,
  drawSummary,
  FROM_CASES,
  SUMMARY_COLUMNS,
  type CaseRow,
  type CaseSummaryRow,
} from './case.row.js';
import type {
  CaseDto,
  CaseEventDto,
  CaseEventPageDto,
  CasePageDto,
  CaseQueryDto,
} from './workflow.dto.js';
import type { PageQueryDto } from '../page.dto.js';

/**
 * Narrows a query to what the actor may see, by what an index can answer: who watches a
 * district sees its whole subtree, everybody else the cases their unit takes part in. The policies of
 * PostgreSQL stand behind it; `starts_with` may still use the index under them, `LIKE` may not.
 */
export function caseScopeOf(actor: Actor, bind: (value: unknown) => string): string {
  if (seesWholeSubtree(actor)) return `starts_with(c.area_path, ${bind(actor.areaPath)})`;
  const unit = bind(actor.unitId);
  return `EXISTS (SELECT 1 FROM case_units cu WHERE cu.case_id = c.id AND cu.unit_id = ${unit})`;
}

@Injectable()
export class CaseQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly deadlines: DeadlineQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `case.unknown`, also for one outside the asker's scope */
  async row(
    id: string,
    actor: Actor,
    tx: Reader = this.transactions.reader,
    lock = '',
  ): Promise<CaseRow> {
    const params: unknown[] = [id];
    const scope = caseScopeOf(actor, (value) => `$${params.push(value)}`);
    const [row]: CaseRow[] = await tx.query(
      `SELECT ${CASE_COLUMNS} ${FROM_CASES} WHERE c.id = $1 AND ${scope} ${lock}`,
      params,
    );
    if (!row) throw workflowError('case.unknown');
    return row;
  }

  /** For the machinery, which has no scope of a person; locked. */
  async anyRow(tx: Tx, id: string): Promise<CaseRow | undefined> {
    const [row]: CaseRow[] = await tx.query(
      `SELECT ${CASE_COLUMNS} ${FROM_CASES} WHERE c.id = $1 FOR UPDATE OF c`,
      [id],
    );
    return row;
  }

  one(id: string, actor: Actor): Promise<CaseDto> {
    return this.transactions.read(async (tx) => {
      const row = await this.row(id, actor, tx);
      const deadlines = await this.deadlines.ofSubjects([id], tx);
      return drawCase(row, deadlines.get(id) ?? [], actor);
    });
  }

  async page(query: CaseQueryDto, actor: Actor): Promise<CasePageDto> {
    const { number, cursor, limit = USUAL_PAGE, ...filter } = query;
    const params: unknown[] = [limit + 1];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const watches = seesWholeSubtree(actor);
    const key = watches ? '(c.registered_at, c.id)' : '(cu.registered_at, cu.case_id)';
    const where = watches
      ? [caseScopeOf(actor, bind)]
      : [`cu.case_id = c.id AND cu.unit_id = ${bind(actor.unitId)}`];
    where.push(...caseFilterOf(filter, this.clock.now(), bind));
    if (number) where.push(`starts_with(c.number, ${bind(number.replaceAll(/\D/g, ''))})`);
    const after = keyOf(cursor, [INSTANT, UUID]);
    if (after) where.push(`${key} < (${bind(after[0])}::timestamptz, ${bind(after[1])}::uuid)`);
    const sql = `SELECT ${SUMMARY_COLUMNS} ${FROM_CASES} ${watches ? '' : ', case_units cu'}
       WHERE ${where.join(' AND ')}
       ORDER BY ${watches ? 'c.registered_at DESC, c.id' : 'cu.registered_at DESC, cu.case_id'} DESC LIMIT $1`;
    return this.transactions.read(async (tx) => {
      const rows: CaseSummaryRow[] = await tx.query(sql, params);
      const deadlines = await this.deadlines.ofSubjects(idsOf(rows), tx);
      const draw = (row: CaseSummaryRow) => drawSummary(row, deadlines.get(row.id) ?? []);
      return pageOf(rows, limit, draw, (row) => cursorOf(row.registered_at, row.id));
    });
  }

  async events(id: string, query: PageQueryDto, actor: Actor): Promise<CaseEventPageDto> {
    const { cursor, limit = 50 } = query;
    const [after] = keyOf(cursor, [/^\d{1,9}$/]) ?? [];
    const params: unknown[] = [id, after ?? 0, limit + 1];
    const scope = caseScopeOf(actor, (value) => `$${params.push(value)}`);
    const rows: CaseEventDto[] = await this.transactions.reader.query(
      `SELECT e.seq, e.verb, e.at, a.display_name AS "actorName", u.name AS "unitName",
         e.from_state AS "fromState", e.to_state AS "toState", e.data
       FROM case_events e JOIN cases c ON c.id = e.case_id
       LEFT JOIN accounts a ON a.id = e.account_id LEFT JOIN units u ON u.id = e.unit_id
       WHERE e.case_id = $1 AND e.seq > $2 AND ${scope} ORDER BY e.seq LIMIT $3`,
      params,
    );
    if (rows.length === 0 && !after) throw workflowError('case.unknown');
    return pageOf(
      rows,
      limit,
      (row) => row,
      (row) => cursorOf(row.seq),
    );
  }
}

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);
