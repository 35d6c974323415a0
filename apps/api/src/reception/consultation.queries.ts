import { Injectable } from '@nestjs/common';
import { receptionError, type Actor } from '@yikou/domain';
import { Transactions, type Reader } from '@yikou/platform';
import { cursorOf, INSTANT, keyOf, pageOf, UUID } from '../keyset.js';
import { USUAL_PAGE } from '../page.dto.js';
import type {
  ConsultationDto,
  ConsultationPageDto,
  ConsultationQueryDto,
} from './consultation.dto.js';
import {
  consultationScopeOf,
  drawConsultation,
  SELECT_CONSULTATIONS,
  type ConsultationRow,
} from './consultation.row.js';

/** In each list: which rows, and the way through them. */
const LISTS = {
  DUTIES: { where: "c.state IN ('OPEN','OFFERED')", order: 'ASC', after: '>' },
  ASKED: { where: 'c.unit_id = $2', order: 'DESC', after: '<' },
} as const;

@Injectable()
export class ConsultationQueries {
  constructor(private readonly transactions: Transactions) {}

  /** @throws DomainError `consultation.unknown`, also for one outside the asker's scope */
  async row(id: string, actor: Actor, tx: Reader, lock = ''): Promise<ConsultationRow> {
    const params: unknown[] = [id];
    const scope = consultationScopeOf(actor, (value) => `$${params.push(value)}`);
    const [row]: ConsultationRow[] = await tx.query(
      `${SELECT_CONSULTATIONS} WHERE c.id = $1 AND ${scope} ${lock}`,
      params,
    );
    if (!row) throw receptionError('consultation.unknown');
    return row;
  }

  async one(tx: Reader, id: string, actor: Actor): Promise<ConsultationDto> {
    return drawConsultation(await this.row(id, actor, tx), actor);
  }

  async page(query: ConsultationQueryDto, actor: Actor): Promise<ConsultationPageDto> {
    const { show = 'DUTIES', cursor, limit = USUAL_PAGE } = query;
    const { where, order, after } = LISTS[show];
    const params: unknown[] = [limit + 1, actor.unitId];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const wanted = ['$2::uuid IS NOT NULL', where, consultationScopeOf(actor, bind)];
    const key = keyOf(cursor, [INSTANT, UUID]);
    if (key) {
      wanted.push(
        `(c.asked_at, c.id) ${after} (${bind(key[0])}::timestamptz, ${bind(key[1])}::uuid)`,
      );
    }
    const rows: ConsultationRow[] = await this.transactions.reader.query(
      `${SELECT_CONSULTATIONS} WHERE ${wanted.join(' AND ')}
       ORDER BY c.asked_at ${order}, c.id ${order} LIMIT $1`,
      params,
    );
    return pageOf(
      rows,
      limit,
      (row) => drawConsultation(row, actor),
      (row) => cursorOf(row.asked_at, row.id),
    );
  }
}
