import { Injectable } from '@nestjs/common';
import { deadlineError, explainDue, type Actor } from '@yikou/domain';
import { Clock, Transactions, type Reader } from '@yikou/platform';
import { cursorOf, INSTANT, keyOf, pageOf, UUID } from '../keyset.js';
import { USUAL_PAGE } from '../page.dto.js';
import {
  DEADLINE_COLUMNS,
  drawDeadline,
  limitOf,
  pausesOf,
  type DeadlineRow,
} from './deadline.row.js';
import type {
  DeadlineDto,
  DeadlineExplainDto,
  DeadlineMoveDto,
  DeadlinePageDto,
  DeadlineQueryDto,
  DeadlineSummaryDto,
} from './deadlines.dto.js';
import { LIGHT_CONDITION, scopeOf, subjectScopeOf } from './deadline.scope.js';
import { WorkingCalendarStore } from './working-calendar.store.js';

/** What the calendar did to one deadline; a hundred changes of a year's notice are beyond any limit. */
const MOVES = `SELECT e.at, e.was_due_at AS "wasDueAt", e.due_at AS "dueAt", c.document_number AS "documentNumber",
    EXISTS (SELECT 1 FROM deadline_events r WHERE r.deadline_id = e.deadline_id AND r.kind = 'RELIEVED'
      AND r.calendar_change_id = e.calendar_change_id) AS relieved
  FROM deadline_events e JOIN calendar_changes c ON c.id = e.calendar_change_id
  WHERE e.deadline_id = $1 AND e.kind = 'RECALCULATED' ORDER BY e.id LIMIT 100`;

@Injectable()
export class DeadlineQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly calendars: WorkingCalendarStore,
    private readonly clock: Clock,
  ) {}

  async page(query: DeadlineQueryDto, actor: Actor): Promise<DeadlinePageDto> {
    const { light, kind, subjectId, ownerUnitId, cursor, limit = USUAL_PAGE } = query;
    const now = this.clock.now();
    const params: unknown[] = [now, limit + 1];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const where = [subjectId ? subjectScopeOf(actor, bind) : scopeOf(actor, bind)];
    where.push(subjectId ? `d.subject_id = ${bind(subjectId)}` : 'd.closed_at IS NULL');
    if (ownerUnitId) where.push(`d.owner_unit_id = ${bind(ownerUnitId)}`);
    if (light) where.push(LIGHT_CONDITION[light]);
    if (kind) where.push(`d.kind = ${bind(kind)}`);
    const after = keyOf(cursor, [INSTANT, UUID]);
    if (after)
      where.push(`(d.due_at, d.id) > (${bind(after[0])}::timestamptz, ${bind(after[1])}::uuid)`);
    const rows: DeadlineRow[] = await this.transactions.reader.query(
      `SELECT ${DEADLINE_COLUMNS} FROM deadlines d
       WHERE $1::timestamptz IS NOT NULL AND ${where.join(' AND ')} ORDER BY d.due_at, d.id LIMIT $2`,
      params,
    );
    const calendar = await this.calendars.calendar();
    const draw = (row: DeadlineRow) => drawDeadline(row, now, calendar);
    return pageOf(rows, limit, draw, (row) => cursorOf(row.due_at, row.id));
  }

  async summary(actor: Actor): Promise<DeadlineSummaryDto> {
    const params: unknown[] = [this.clock.now()];
    const scope = scopeOf(actor, (value) => `$${params.push(value)}`);
    const lights = Object.entries(LIGHT_CONDITION)
      .map(([light, condition]) => `WHEN ${condition} THEN '${light}'`)
      .join(' ');
    const rows: {
      light: 'NORMAL' | 'WARNING' | 'OVERDUE' | 'PAUSED';
      unit_id: string;
      unit_name: string;
      count: number;
    }[] = await this.transactions.reader.query(
      `SELECT CASE ${lights} END AS light, d.owner_unit_id AS unit_id, u.name AS unit_name, count(*)::int AS count
         FROM deadlines d JOIN units u ON u.id = d.owner_unit_id
         WHERE d.closed_at IS NULL AND ${scope} GROUP BY 1, 2, 3`,
      params,
    );
    const countOf = (light: string, unitId?: string) =>
      rows
        .filter((row) => row.light === light && (unitId === undefined || row.unit_id === unitId))
        .reduce((sum, row) => sum + row.count, 0);
    const names = new Map(rows.map((row) => [row.unit_id, row.unit_name]));
    const units = [...names].map(([unitId, unitName]) => ({
      unitId,
      unitName,
      overdue: countOf('OVERDUE', unitId),
      warning: countOf('WARNING', unitId),
    }));
    return {
      counts: (['OVERDUE', 'WARNING', 'NORMAL', 'PAUSED'] as const).map((light) => ({
        light,
        count: countOf(light),
      })),
      units: units
        .filter((unit) => unit.overdue + unit.warning > 0)
        .sort((a, b) => b.overdue - a.overdue || b.warning - a.warning)
        .slice(0, 20),
    };
  }

  /** @throws DomainError `deadline.unknown`, also for one outside the asker's scope */
  async explain(id: string, actor: Actor): Promise<DeadlineExplainDto> {
    const params: unknown[] = [id];
    const scope = subjectScopeOf(actor, (value) => `$${params.push(value)}`);
    const [row, moves] = await this.transactions.read(
      async (tx): Promise<[DeadlineRow | undefined, DeadlineMoveDto[]]> => {
        const rows: DeadlineRow[] = await tx.query(
          `SELECT ${DEADLINE_COLUMNS} FROM deadlines d WHERE d.id = $1 AND ${scope}`,
          params,
        );
        return [rows[0], rows[0] ? await tx.query(MOVES, [id]) : []];
      },
    );
    if (!row) throw deadlineError('deadline.unknown');
    const now = this.clock.now();
    const calendar = await this.calendars.calendar();
    return {
      deadline: drawDeadline(row, now, calendar),
      explain: explainDue(limitOf(row), row.started_at, calendar, pausesOf(row), now),
      moves,
    };
  }

  /** Deadlines of several subjects at once, for lists of other modules. */
  async ofSubjects(
    ids: readonly string[],
    tx: Reader = this.transactions.reader,
  ): Promise<Map<string, DeadlineDto[]>> {
    const bySubject = new Map<string, DeadlineDto[]>(ids.map((id) => [id, []]));
    if (ids.length === 0) return bySubject;
    const rows: DeadlineRow[] = await tx.query(
      `SELECT ${DEADLINE_COLUMNS} FROM deadlines d WHERE d.subject_id = ANY($1) ORDER BY d.started_at, d.due_at`,
      [ids],
    );
    for (const deadline of await this.draw(rows)) bySubject.get(deadline.subjectId)?.push(deadline);
    return bySubject;
  }

  async draw(rows: readonly DeadlineRow[]): Promise<DeadlineDto[]> {
    const calendar = await this.calendars.calendar();
    const now = this.clock.now();
    return rows.map((row) => drawDeadline(row, now, calendar));
  }
}
