import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  catalogError,
  shouldEnter,
  standardOfVersion,
  type Actor,
  type StoredVersion,
} from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import { STORED_VERSION } from '../catalog/index.js';
import type { EntryExceptionDto, RequestExceptionDto } from './entry.dto.js';
import { drawException, ExceptionQueries } from './exception.queries.js';
import { levelOfHall, managedHallOf } from './hall.js';

/** R44: a hall says why it does not offer what it should. */
@Injectable()
export class RequestException {
  constructor(
    private readonly transactions: Transactions,
    private readonly exceptions: ExceptionQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `catalog.hall_unknown`, `catalog.offering_not_yours`, `catalog.item_unknown`,
   *   `catalog.exception_not_due`, `catalog.exception_open_already`
   */
  run(
    unitId: string,
    { itemCode, reason }: RequestExceptionDto,
    actor: Actor,
  ): Promise<EntryExceptionDto> {
    return this.transactions.run(async (tx) => {
      const hall = await managedHallOf(tx, unitId, actor);
      const itemId = await dueItemOf(tx, itemCode, levelOfHall(hall));
      const id = randomUUID();
      const made: unknown[] = await tx.query(
        `INSERT INTO entry_exceptions (id, unit_id, item_id, state, reason, requested_by_id, requested_at)
         VALUES ($1, $2, $3, 'REQUESTED', $4, $5, $6)
         ON CONFLICT (unit_id, item_id) WHERE state <> 'REFUSED' DO NOTHING RETURNING id`,
        [id, unitId, itemId, reason, actor.accountId, this.clock.now()],
      );
      if (made.length === 0) throw catalogError('catalog.exception_open_already');
      noteChange(tx, { kind: 'entry-exception', id, after: { unitId, itemCode }, reason });
      return drawException(await this.exceptions.row(tx, id), actor);
    });
  }
}

async function dueItemOf(tx: Tx, code: string, level: string): Promise<string> {
  const [item]: { id: string; version: StoredVersion }[] = await tx.query(
    `SELECT i.id, ${STORED_VERSION} AS version FROM service_items i
       JOIN item_versions v ON v.id = i.current_version_id WHERE i.code = $1`,
    [code],
  );
  if (!item) throw catalogError('catalog.item_unknown');
  const standard = standardOfVersion(item.version);
  if (standard.level !== level || !shouldEnter(standard)) {
    throw catalogError('catalog.exception_not_due');
  }
  return item.id;
}
