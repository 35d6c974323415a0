import { Injectable } from '@nestjs/common';
import { appointmentError, visitMayBecomeACase, type Actor, type CaseChannel } from '@yikou/domain';
import { Clock, noteChange, Transactions } from '@yikou/platform';
import { FORGOTTEN, RegisterCase, SealedPeople } from '../intake/index.js';
import type { CaseDto } from '../workflow/index.js';
import type { RegisterVisitDto } from './appointments.dto.js';
import { HomeVisitQueries, VISIT_COLUMNS, type VisitRow } from './home-visit.queries.js';
import type { RouteDto, RouteQueryDto, RouteStopDto } from './home-visits.dto.js';

const CHANNEL: CaseChannel = 'HOME_VISIT';
/** More than anybody visits in a day. */
const MOST_STOPS = 200;

/** The day of whoever goes: the way on paper, and the request taken at somebody's home (R66). */
@Injectable()
export class GoOnVisit {
  constructor(
    private readonly transactions: Transactions,
    private readonly visits: HomeVisitQueries,
    private readonly registerCase: RegisterCase,
    private readonly people: SealedPeople,
    private readonly clock: Clock,
  ) {}

  /** The stops of a day in their order, in clear; the audit has who asked before they see it. */
  route({ on, assigneeId }: RouteQueryDto, actor: Actor): Promise<RouteDto> {
    return this.transactions.run(
      async (tx) => {
        const rows: (VisitRow & { unit_name: string })[] = await tx.query(
          `SELECT ${VISIT_COLUMNS}, u.name AS unit_name FROM home_visits v JOIN units u ON u.id = v.unit_id
           WHERE v.unit_id = $1 AND v.visit_on = $2 AND v.state = 'ASSIGNED'
             AND ($3::uuid IS NULL OR v.assignee_id = $3)
           ORDER BY v.position, v.id LIMIT ${MOST_STOPS}`,
          [actor.unitId, on, assigneeId ?? null],
        );
        const after = { route: on, stops: rows.length };
        noteChange(tx, { kind: 'home-visit', id: actor.unitId, after });
        return {
          on,
          unitName: rows[0]?.unit_name ?? '',
          stops: rows.flatMap((row) => this.stop(row)),
        };
      },
      { keep: false },
    );
  }

  /**
   * What was asked for at home becomes a case of the hall.
   *
   * @throws DomainError `homeVisit.unknown`, `homeVisit.not_open`, `homeVisit.not_assigned`, those of
   *   {@link RegisterCase}
   */
  register(id: string, body: RegisterVisitDto, actor: Actor): Promise<CaseDto> {
    return this.transactions.run(async (tx) => {
      const row = await this.visits.row(tx, id, actor, 'FOR UPDATE OF v');
      visitMayBecomeACase(row.state);
      const applicant = this.people.openVisitor('home_visits', { id, ...row.visitor });
      if (!applicant) throw appointmentError('homeVisit.not_open');
      const request = { itemCode: row.item_code, applicant, ...body, channel: CHANNEL };
      const opened = await this.registerCase.within(tx, request, actor);
      await tx.query(
        `UPDATE home_visits SET state = 'DONE', case_id = $2, ended_at = $3, ${FORGOTTEN} WHERE id = $1`,
        [id, opened.id, this.clock.now()],
      );
      const change = { before: { state: row.state }, after: { state: 'DONE' } };
      noteChange(tx, { kind: 'home-visit', id, ...change });
      return opened;
    });
  }

  private stop(row: VisitRow): RouteStopDto[] {
    const person = this.people.openVisitor('home_visits', { id: row.id, ...row.visitor });
    if (!person) return [];
    return [
      {
        id: row.id,
        position: row.position ?? 0,
        assigneeName: row.assignee_name ?? '',
        name: person.name,
        telephone: person.telephone,
        address: person.address ?? '',
        itemName: row.item_name,
        reason: row.reason,
        note: row.note,
      },
    ];
  }
}
