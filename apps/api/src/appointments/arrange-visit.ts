import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  appointmentError,
  checkedApplicant,
  localDateOf,
  maskNumbersIn,
  visitMayBeAssigned,
  visitMayEnd,
  type Actor,
} from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import { FORGOTTEN, SealedPeople } from '../intake/index.js';
import { drawVisit, HomeVisitQueries } from './home-visit.queries.js';
import type {
  AssignVisitDto,
  EndVisitDto,
  HomeVisitDto,
  RequestVisitDto,
} from './home-visits.dto.js';
import { VisitedHalls } from './visited-hall.js';

/** Somebody who cannot come is visited: asked for, arranged, ended (R66). */
@Injectable()
export class ArrangeVisit {
  constructor(
    private readonly transactions: Transactions,
    private readonly visits: HomeVisitQueries,
    private readonly halls: VisitedHalls,
    private readonly people: SealedPeople,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `homeVisit.address_missing`, the applicant's wrong fields, `catalog.not_offered` */
  request(body: RequestVisitDto, actor: Actor): Promise<HomeVisitDto> {
    const now = this.clock.now();
    const applicant = checkedApplicant(body.applicant, localDateOf(now));
    if (!applicant.address) throw addressMissing();
    return this.transactions.run(async (tx) => {
      const hall = await this.halls.find(tx, actor.unitId, body.itemCode);
      const id = randomUUID();
      const person = this.people.sealVisitor('home_visits', id, applicant);
      await tx.query(
        `INSERT INTO home_visits (id, unit_id, area_path, item_code, item_name, state, reason, note,
           applicant_kind, applicant_name, name, identity_number, telephone, address, identity_index,
           telephone_index, requested_by_id, requested_at)
         VALUES ($1, $2, $3, $4, $5, 'REQUESTED', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
        [
          ...[id, hall.unitId, hall.areaPath, hall.itemCode, hall.itemName, body.reason],
          ...[maskNumbersIn(body.note?.trim() ?? ''), person.applicantKind, person.applicantName],
          ...[person.name, person.identityNumber, person.telephone, person.address],
          ...[person.identityIndex, person.telephoneIndex, actor.accountId, now],
        ],
      );
      const after = { state: 'REQUESTED', itemCode: hall.itemCode, reason: body.reason };
      noteChange(tx, { kind: 'home-visit', id, after });
      return drawVisit(await this.visits.row(tx, id, actor));
    });
  }

  /**
   * @throws DomainError `homeVisit.unknown`, `homeVisit.not_open`, `homeVisit.day_past`,
   *   `homeVisit.assignee_elsewhere`
   */
  assign(id: string, body: AssignVisitDto, actor: Actor): Promise<HomeVisitDto> {
    const { visitOn, assigneeId, position } = body;
    return this.transactions.run(async (tx) => {
      const row = await this.visits.row(tx, id, actor, 'FOR UPDATE OF v');
      const assigneeUnitId = await unitOf(tx, assigneeId);
      const visit = { state: row.state, unitId: row.unit_id };
      const plan = { on: visitOn, assigneeUnitId };
      visitMayBeAssigned(visit, plan, localDateOf(this.clock.now()));
      await tx.query(
        `UPDATE home_visits SET state = 'ASSIGNED', visit_on = $2, assignee_id = $3, position = $4
         WHERE id = $1`,
        [id, visitOn, assigneeId, position],
      );
      const before = { state: row.state, visitOn: row.visit_on, assigneeId: row.assignee_id };
      const after = { state: 'ASSIGNED', visitOn, assigneeId };
      noteChange(tx, { kind: 'home-visit', id, before, after });
      return drawVisit(await this.visits.row(tx, id, actor));
    });
  }

  /**
   * The result of a visit that did not end in a case; what was kept of the person is deleted.
   *
   * @throws DomainError `homeVisit.unknown`, `homeVisit.not_open`, `homeVisit.not_assigned`
   */
  end(id: string, { outcome, result }: EndVisitDto, actor: Actor): Promise<HomeVisitDto> {
    return this.transactions.run(async (tx) => {
      const row = await this.visits.row(tx, id, actor, 'FOR UPDATE OF v');
      visitMayEnd(row.state, outcome);
      await tx.query(
        `UPDATE home_visits SET state = $2, result = $3, ended_at = $4, ${FORGOTTEN} WHERE id = $1`,
        [id, outcome, maskNumbersIn(result.trim()), this.clock.now()],
      );
      const change = { before: { state: row.state }, after: { state: outcome } };
      noteChange(tx, { kind: 'home-visit', id, ...change });
      return drawVisit(await this.visits.row(tx, id, actor));
    });
  }
}

async function unitOf(tx: Tx, accountId: string): Promise<string | undefined> {
  const [row]: { unit_id: string }[] = await tx.query(
    'SELECT unit_id FROM accounts WHERE id = $1 AND active',
    [accountId],
  );
  return row?.unit_id;
}

function addressMissing() {
  const code = 'homeVisit.address_missing';
  const detail = '请填写上门地址，写到门牌号。';
  return appointmentError(code, undefined, [{ field: 'applicant.address', code, detail }]);
}
