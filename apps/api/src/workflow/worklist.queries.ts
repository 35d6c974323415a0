import { Injectable } from '@nestjs/common';
import type { Actor } from '@yikou/domain';
import { Transactions } from '@yikou/platform';
import { DeadlineQueries } from '../deadlines/index.js';
import { cursorOf, INSTANT, keyOf, pageOf, UUID } from '../keyset.js';
import { USUAL_PAGE } from '../page.dto.js';
import { drawSummary, FROM_CASES, SUMMARY_COLUMNS, type CaseSummaryRow } from './case.row.js';
import type { WorklistPageDto, WorklistQueryDto } from './workflow.dto.js';

interface WorklistRow extends CaseSummaryRow {
  task_id: string;
  task_name: string;
  task_state: 'OPEN' | 'CLAIMED';
  assignee_name: string | null;
  opened_at: Date;
}

/** Tasks of the asker's unit, oldest first. */
@Injectable()
export class WorklistQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly deadlines: DeadlineQueries,
  ) {}

  async page(query: WorklistQueryDto, actor: Actor): Promise<WorklistPageDto> {
    const { show = 'ALL', cursor, limit = USUAL_PAGE } = query;
    const params: unknown[] = [limit + 1, actor.unitId];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const where = ["t.unit_id = $2 AND t.state IN ('OPEN','CLAIMED')"];
    if (show === 'OPEN') where.push("t.state = 'OPEN'");
    if (show === 'MINE')
      where.push(`t.state = 'CLAIMED' AND t.assignee_id = ${bind(actor.accountId)}`);
    const after = keyOf(cursor, [INSTANT, UUID]);
    if (after) {
      where.push(`(t.opened_at, t.id) > (${bind(after[0])}::timestamptz, ${bind(after[1])}::uuid)`);
    }
    const sql = `SELECT t.id AS task_id, t.name AS task_name, t.state AS task_state, a.display_name AS assignee_name,
         t.opened_at, ${SUMMARY_COLUMNS}
       ${FROM_CASES} JOIN tasks t ON t.case_id = c.id LEFT JOIN accounts a ON a.id = t.assignee_id
       WHERE ${where.join(' AND ')} ORDER BY t.opened_at, t.id LIMIT $1`;
    return this.transactions.read(async (tx) => {
      const rows: WorklistRow[] = await tx.query(sql, params);
      const deadlines = await this.deadlines.ofSubjects(
        rows.map((row) => row.id),
        tx,
      );
      const draw = (row: WorklistRow) => ({
        taskId: row.task_id,
        taskName: row.task_name,
        taskState: row.task_state,
        assigneeName: row.assignee_name,
        openedAt: row.opened_at,
        case: drawSummary(row, deadlines.get(row.id) ?? []),
      });
      return pageOf(rows, limit, draw, (row) => cursorOf(row.opened_at, row.task_id));
    });
  }
}
