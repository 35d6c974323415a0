import { Injectable } from '@nestjs/common';
import { catalogError, hasAnyRole, type Actor } from '@yikou/domain';
import { Transactions, type Reader } from '@yikou/platform';
import { cursorOf, INSTANT, keyOf, pageOf, UUID } from '../keyset.js';
import { USUAL_PAGE } from '../page.dto.js';
import type {
  EntryExceptionDto,
  EntryExceptionPageDto,
  EntryExceptionQueryDto,
} from './entry.dto.js';

export interface ExceptionRow extends Omit<EntryExceptionDto, 'allowedActions'> {
  requestedById: string;
}

const SELECT = `SELECT e.id, e.unit_id AS "unitId", u.name AS "unitName", i.code AS "itemCode",
    coalesce(v.name, i.code) AS "itemName", e.reason, e.state, r.display_name AS "requestedByName",
    e.requested_at AS "requestedAt", d.display_name AS "decidedByName", e.decided_at AS "decidedAt",
    e.answer, e.requested_by_id AS "requestedById"
  FROM entry_exceptions e JOIN units u ON u.id = e.unit_id JOIN service_items i ON i.id = e.item_id
    LEFT JOIN item_versions v ON v.id = i.current_version_id
    JOIN accounts r ON r.id = e.requested_by_id LEFT JOIN accounts d ON d.id = e.decided_by_id`;

/** Why halls do not offer what they should; whose rows are seen, the policies of the table say. */
@Injectable()
export class ExceptionQueries {
  constructor(private readonly transactions: Transactions) {}

  async page(query: EntryExceptionQueryDto, actor: Actor): Promise<EntryExceptionPageDto> {
    const { unitId, state, cursor, limit = USUAL_PAGE } = query;
    const [at, id] = keyOf(cursor, [INSTANT, UUID]) ?? [];
    const rows: ExceptionRow[] = await this.transactions.reader.query(
      `${SELECT} WHERE ($2::uuid IS NULL OR e.unit_id = $2) AND ($3::text IS NULL OR e.state = $3)
         AND ($4::timestamptz IS NULL OR (e.requested_at, e.id) < ($4, $5::uuid))
       ORDER BY e.requested_at DESC, e.id DESC LIMIT $1`,
      [limit + 1, unitId ?? null, state ?? null, at ?? null, id ?? null],
    );
    const draw = (row: ExceptionRow) => drawException(row, actor);
    return pageOf(rows, limit, draw, (row) => cursorOf(row.requestedAt, row.id));
  }

  /** @throws DomainError `catalog.exception_unknown` */
  async row(tx: Reader, id: string): Promise<ExceptionRow> {
    const [row]: ExceptionRow[] = await tx.query(`${SELECT} WHERE e.id = $1`, [id]);
    if (!row) throw catalogError('catalog.exception_unknown');
    return row;
  }
}

export function drawException(
  { requestedById, ...row }: ExceptionRow,
  actor: Actor,
): EntryExceptionDto {
  const mayDecide =
    row.state === 'REQUESTED' &&
    requestedById !== actor.accountId &&
    hasAnyRole(actor, ['DISTRICT_SUPERVISOR']);
  return { ...row, allowedActions: mayDecide ? ['approve', 'refuse'] : [] };
}
