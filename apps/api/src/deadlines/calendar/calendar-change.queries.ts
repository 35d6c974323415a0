import { Injectable } from '@nestjs/common';
import { deadlineError, mayDo, type Actor } from '@yikou/domain';
import { Transactions, type Reader } from '@yikou/platform';
import { cursorOf, INSTANT, keyOf, pageOf, UUID } from '../../keyset.js';
import { USUAL_PAGE, type PageQueryDto } from '../../page.dto.js';
import type { CalendarChangeState } from '../calendar.entity.js';
import type {
  CalendarChangeDto,
  CalendarChangePageDto,
  CalendarChangeQueryDto,
  CalendarMoveDto,
  CalendarMovePageDto,
  CalendarMoveQueryDto,
} from './calendar.dto.js';

type Row = Omit<CalendarChangeDto, 'allowedActions'>;

const SELECT = `SELECT c.id, c.year, c.document_number AS "documentNumber", c.reason, c.state, c.revision, c.days,
    c.first_day::text AS "firstDay", c.last_day::text AS "lastDay", c.total, c.seen, c.moved, c.overdue,
    c.relieved, c.simulation, c.submitted_at AS "submittedAt", p.display_name AS "submittedByName",
    c.saved_at AS "savedAt", s.display_name AS "savedByName", c.finished_at AS "finishedAt"
  FROM calendar_changes c JOIN accounts p ON p.id = c.submitted_by_id
    LEFT JOIN accounts s ON s.id = c.saved_by_id`;

/** Notices that were entered, the newest first, and what their simulation found. */
@Injectable()
export class CalendarChangeQueries {
  constructor(private readonly transactions: Transactions) {}

  async page(query: CalendarChangeQueryDto, actor: Actor): Promise<CalendarChangePageDto> {
    const { year, cursor, limit = USUAL_PAGE } = query;
    const [at, id] = keyOf(cursor, [INSTANT, UUID]) ?? [];
    const rows: Row[] = await this.transactions.reader.query(
      `${SELECT} WHERE ($2::int IS NULL OR c.year = $2)
         AND ($3::timestamptz IS NULL OR (c.submitted_at, c.id) < ($3::timestamptz, $4::uuid))
       ORDER BY c.submitted_at DESC, c.id DESC LIMIT $1`,
      [limit + 1, year ?? null, at ?? null, id ?? null],
    );
    const page = pageOf(
      rows,
      limit,
      (row) => draw(row, actor),
      (row) => cursorOf(row.submittedAt, row.id),
    );
    return { mayChange: mayDo('calendar.change', actor), ...page };
  }

  /** @throws DomainError `calendar.change_unknown` */
  async one(
    id: string,
    actor: Actor,
    reader: Reader = this.transactions.reader,
  ): Promise<CalendarChangeDto> {
    const [row]: Row[] = await reader.query(`${SELECT} WHERE c.id = $1`, [id]);
    if (!row) throw deadlineError('calendar.change_unknown');
    return draw(row, actor);
  }

  /** The deadlines that a notice would move, by their new due instant. */
  async moves(id: string, query: CalendarMoveQueryDto): Promise<CalendarMovePageDto> {
    const { late, cursor, limit = USUAL_PAGE }: CalendarMoveQueryDto & PageQueryDto = query;
    const [due, deadlineId] = keyOf(cursor, [INSTANT, UUID]) ?? [];
    const rows: CalendarMoveDto[] = await this.transactions.reader.query(
      `SELECT m.deadline_id AS "deadlineId", m.subject_id AS "subjectId", d.reference, d.title, d.kind,
         u.name AS "ownerUnitName", m.was_due_at AS "wasDueAt", m.due_at AS "dueAt",
         m.becomes_late AS "becomesLate", m.is_relieved AS "isRelieved"
       FROM calendar_moves m JOIN deadlines d ON d.id = m.deadline_id
         JOIN units u ON u.id = d.owner_unit_id
       WHERE m.change_id = $2 ${late ? 'AND m.becomes_late' : ''}
         AND ($3::timestamptz IS NULL OR (m.due_at, m.deadline_id) > ($3::timestamptz, $4::uuid))
       ORDER BY m.due_at, m.deadline_id LIMIT $1`,
      [limit + 1, id, due ?? null, deadlineId ?? null],
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      (row) => cursorOf(row.dueAt, row.deadlineId),
    );
  }
}

function draw(row: Row, actor: Actor): CalendarChangeDto {
  const allowedActions = mayDo('calendar.change', actor) ? actionsIn(row.state) : [];
  return { ...row, allowedActions };
}

function actionsIn(state: CalendarChangeState): string[] {
  if (state === 'SIMULATED') return ['save', 'discard'];
  return state === 'SIMULATING' ? ['discard'] : [];
}
