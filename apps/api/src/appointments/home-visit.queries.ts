import { Injectable } from '@nestjs/common';
import {
  appointmentError,
  isVisitOpen,
  type Actor,
  type HomeVisitState,
  type VisitReason,
} from '@yikou/domain';
import { Transactions, type Reader } from '@yikou/platform';
import type { SealedVisitor } from '../intake/index.js';
import { cursorOf, INSTANT, keyOf, pageOf, UUID } from '../keyset.js';
import { USUAL_PAGE } from '../page.dto.js';
import type {
  HomeVisitDto,
  HomeVisitPageDto,
  VisitColleaguesDto,
  VisitQueryDto,
} from './home-visits.dto.js';

export interface VisitRow {
  id: string;
  unit_id: string;
  state: HomeVisitState;
  reason: VisitReason;
  note: string;
  item_code: string;
  item_name: string;
  applicant_name: string;
  visit_on: string | null;
  position: number | null;
  assignee_id: string | null;
  assignee_name: string | null;
  requested_at: Date;
  result: string | null;
  case_id: string | null;
  visitor: SealedVisitor;
}

export const VISIT_COLUMNS = `v.id, v.unit_id, v.state, v.reason, v.note, v.item_code, v.item_name,
  v.applicant_name, v.visit_on::text AS visit_on, v.position, v.assignee_id,
  (SELECT a.display_name FROM accounts a WHERE a.id = v.assignee_id) AS assignee_name, v.requested_at,
  v.result, v.case_id,
  json_build_object('applicantKind', v.applicant_kind, 'applicantName', v.applicant_name, 'name', v.name,
    'identityNumber', v.identity_number, 'telephone', v.telephone, 'address', v.address) AS visitor`;

const COLLEAGUES = 50;

/** A hall's own home visits (R66). */
@Injectable()
export class HomeVisitQueries {
  constructor(private readonly transactions: Transactions) {}

  /** The newest first. */
  page(query: VisitQueryDto, actor: Actor): Promise<HomeVisitPageDto> {
    const { state, cursor, limit = USUAL_PAGE } = query;
    const params: unknown[] = [actor.unitId, limit + 1];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const where = ['v.unit_id = $1'];
    if (state) where.push(`v.state = ${bind(state)}`);
    const after = keyOf(cursor, [INSTANT, UUID]);
    if (after) {
      const key = `(${bind(after[0])}::timestamptz, ${bind(after[1])}::uuid)`;
      where.push(`(v.requested_at, v.id) < ${key}`);
    }
    return this.transactions.read(async (tx) => {
      const rows: VisitRow[] = await tx.query(
        `SELECT ${VISIT_COLUMNS} FROM home_visits v WHERE ${where.join(' AND ')}
         ORDER BY v.requested_at DESC, v.id DESC LIMIT $2`,
        params,
      );
      return pageOf(rows, limit, drawVisit, (row) => cursorOf(row.requested_at, row.id));
    });
  }

  /** Who may be sent. */
  async colleagues(actor: Actor): Promise<VisitColleaguesDto> {
    const items: VisitColleaguesDto['items'] = await this.transactions.reader.query(
      `SELECT id, display_name AS name FROM accounts WHERE unit_id = $1 AND active
       ORDER BY login_name LIMIT ${COLLEAGUES}`,
      [actor.unitId],
    );
    return { items };
  }

  /** @throws DomainError `homeVisit.unknown`, also for one of another hall */
  async row(tx: Reader, id: string, actor: Actor, lock = ''): Promise<VisitRow> {
    const [row]: VisitRow[] = await tx.query(
      `SELECT ${VISIT_COLUMNS} FROM home_visits v WHERE v.id = $1 AND v.unit_id = $2 ${lock}`,
      [id, actor.unitId],
    );
    if (!row) throw appointmentError('homeVisit.unknown');
    return row;
  }
}

export function drawVisit(row: VisitRow): HomeVisitDto {
  return {
    id: row.id,
    state: row.state,
    reason: row.reason,
    note: row.note,
    itemCode: row.item_code,
    itemName: row.item_name,
    applicantName: row.applicant_name,
    visitOn: row.visit_on,
    position: row.position,
    assigneeId: row.assignee_id,
    assigneeName: row.assignee_name,
    requestedAt: row.requested_at,
    result: row.result,
    caseId: row.case_id,
    isOpen: isVisitOpen(row.state),
  };
}
