import { Injectable } from '@nestjs/common';
import { worklistsOf, type Actor, type Worklist } from '@yikou/domain';
import { Clock, Transactions } from '@yikou/platform';
import { DeadlineQueries } from '../deadlines/index.js';
import { cursorOf, INSTANT, keyOf, pageOf, UUID } from '../keyset.js';
import { USUAL_PAGE } from '../page.dto.js';
import type { PageQueryDto } from '../page.dto.js';
import {
  drawSummary,
  FROM_CASES,
  SUMMARY_COLUMNS,
  type CaseSummaryRow,
} from '../workflow/index.js';
import { worklistConditions } from './worklist-conditions.js';
import type { WaitingCaseDto, WaitingCasePageDto, WorklistsDto } from './worklist.dto.js';

type TaskJson = Omit<NonNullable<WaitingCaseDto['task']>, 'openedAt'> & { openedAt: string };
type WaitingRow = CaseSummaryRow & { task: TaskJson | null };

/** Nobody works off more in a week; a figure beyond it would only cost. */
const COUNTED_UP_TO = 1000;

/** What waits for somebody, heap by heap. */
@Injectable()
export class WorklistsQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly deadlines: DeadlineQueries,
    private readonly clock: Clock,
  ) {}

  /** All counts with one statement, however many worklists there are. */
  async counts(actor: Actor): Promise<WorklistsDto> {
    const own = worklistsOf(actor);
    if (own.length === 0) return { items: [] };
    const params: unknown[] = [];
    const lies = worklistConditions(actor, this.clock.now(), (v) => `$${params.push(v)}`);
    const counts = own.map(
      (worklist) => `(SELECT count(*)::int FROM (SELECT 1 FROM cases c WHERE ${lies(worklist)}
         LIMIT ${COUNTED_UP_TO + 1}) counted) AS "${worklist}"`,
    );
    const [row]: Record<Worklist, number>[] = await this.transactions.reader.query(
      `SELECT ${counts.join(', ')}`,
      params,
    );
    return {
      items: own.map((worklist) => {
        const count = row?.[worklist] ?? 0;
        return { worklist, count: Math.min(count, COUNTED_UP_TO), more: count > COUNTED_UP_TO };
      }),
    };
  }

  async page(
    worklist: Worklist,
    { cursor, limit = USUAL_PAGE }: PageQueryDto,
    actor: Actor,
  ): Promise<WaitingCasePageDto> {
    if (!worklistsOf(actor).includes(worklist)) return { items: [], nextCursor: null };
    const params: unknown[] = [limit + 1];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const where = [worklistConditions(actor, this.clock.now(), bind)(worklist)];
    const after = keyOf(cursor, [INSTANT, UUID]);
    if (after) {
      where.push(
        `(c.registered_at, c.id) > (${bind(after[0])}::timestamptz, ${bind(after[1])}::uuid)`,
      );
    }
    const sql = `SELECT ${SUMMARY_COLUMNS},
         (SELECT json_build_object('id', t.id, 'name', t.name, 'state', t.state,
            'assigneeName', a.display_name, 'openedAt', t.opened_at)
          FROM tasks t LEFT JOIN accounts a ON a.id = t.assignee_id
          WHERE t.case_id = c.id AND t.unit_id = ${bind(actor.unitId)}::uuid
            AND t.state IN ('OPEN','CLAIMED')
          ORDER BY t.opened_at, t.id LIMIT 1) AS task
       ${FROM_CASES} WHERE ${where.join(' AND ')} ORDER BY c.registered_at, c.id LIMIT $1`;
    return this.transactions.read(async (tx) => {
      const rows: WaitingRow[] = await tx.query(sql, params);
      const ids = rows.map(({ id }) => id);
      const deadlines = await this.deadlines.ofSubjects(ids, tx);
      const draw = (row: WaitingRow) => ({
        ...drawSummary(row, deadlines.get(row.id) ?? []),
        task: row.task && { ...row.task, openedAt: new Date(row.task.openedAt) },
      });
      return pageOf(rows, limit, draw, (row) => cursorOf(row.registered_at, row.id));
    });
  }
}
