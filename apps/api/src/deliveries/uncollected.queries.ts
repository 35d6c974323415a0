import { Injectable } from '@nestjs/common';
import {
  localDateOf,
  mayTakeRequests,
  reminderIsDue,
  seesWholeSubtree,
  type Actor,
  type WorkingCalendar,
} from '@yikou/domain';
import { Clock, Transactions } from '@yikou/platform';
import { DeadlineQueries, WorkingCalendarStore, type DeadlineDto } from '../deadlines/index.js';
import { cursorOf, INSTANT, keyOf, pageOf, UUID } from '../keyset.js';
import { USUAL_PAGE } from '../page.dto.js';
import type { UncollectedDto, UncollectedPageDto, UncollectedQueryDto } from './delivery.dto.js';

type Row = Omit<
  UncollectedDto,
  'daysWaiting' | 'reminderDue' | 'deadline' | 'allowedActions' | 'sentBy'
> & { unitId: string; sentBy: string | null };

const SELECT = `SELECT c.id AS "caseId", c.number AS "caseNumber", c.version, c.item_name AS "itemName",
    c.applicant_name AS "applicantName", c.taking_unit_id AS "unitId", u.name AS "unitName",
    c.issued_at AS "issuedAt", c.item -> 'deliveryMethods' AS "deliveryMethods", d.method AS "sentBy",
    d.tracking_number AS "trackingNumber", coalesce(r.count, 0) AS reminders, r.last AS "remindedAt"
  FROM cases c JOIN units u ON u.id = c.taking_unit_id
    LEFT JOIN deliveries d ON d.case_id = c.id AND d.state = 'SENT'
    LEFT JOIN LATERAL (SELECT count(*)::int, max(at) AS last FROM delivery_reminders
      WHERE case_id = c.id) r ON true
  WHERE c.state = 'DECIDED' AND c.issued_at IS NOT NULL`;

/** Results that nobody has received yet, those that wait longest first. */
@Injectable()
export class UncollectedQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly deadlines: DeadlineQueries,
    private readonly calendars: WorkingCalendarStore,
    private readonly clock: Clock,
  ) {}

  async page(query: UncollectedQueryDto, actor: Actor): Promise<UncollectedPageDto> {
    const { unitId, cursor, limit = USUAL_PAGE } = query;
    const params: unknown[] = [limit + 1];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const where = seesWholeSubtree(actor)
      ? [`starts_with(c.area_path, ${bind(actor.areaPath)})`]
      : [`c.taking_unit_id = ${bind(actor.unitId)}`];
    if (unitId) where.push(`c.taking_unit_id = ${bind(unitId)}`);
    const after = keyOf(cursor, [INSTANT, UUID]);
    if (after) {
      where.push(`(c.issued_at, c.id) > (${bind(after[0])}::timestamptz, ${bind(after[1])}::uuid)`);
    }
    const sql = `${SELECT} AND ${where.join(' AND ')} ORDER BY c.issued_at, c.id LIMIT $1`;
    const calendar = await this.calendars.calendar();
    return this.transactions.read(async (tx) => {
      const rows: Row[] = await tx.query(sql, params);
      const clocks = await this.deadlines.ofSubjects(
        rows.map(({ caseId }) => caseId),
        tx,
      );
      const draw = (row: Row) => this.draw(row, clocks.get(row.caseId) ?? [], calendar, actor);
      return pageOf(rows, limit, draw, (row) => cursorOf(row.issuedAt, row.caseId));
    });
  }

  private draw(
    { unitId, ...row }: Row,
    clocks: readonly DeadlineDto[],
    calendar: WorkingCalendar,
    actor: Actor,
  ): UncollectedDto {
    const today = localDateOf(this.clock.now());
    const since = (instant: Date) => calendar.workingDaysBetween(localDateOf(instant), today);
    const daysWaiting = since(row.issuedAt);
    const mine = unitId === actor.unitId && mayTakeRequests(actor);
    const verbs = row.sentBy ? ['settle', 'remind'] : ['handOver', 'send', 'remind'];
    return {
      ...row,
      daysWaiting,
      reminderDue:
        row.sentBy === null &&
        reminderIsDue(daysWaiting, row.remindedAt ? since(row.remindedAt) : null),
      deadline: clocks.find(({ kind, closedAt }) => kind === 'DELIVERY' && !closedAt) ?? null,
      allowedActions: mine ? verbs : [],
    };
  }
}
