import { Injectable } from '@nestjs/common';
import { decideTicket, receptionError, type Actor, type TicketVerb } from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import { tellQueue } from './queue-signal.js';
import type { TicketDto } from './ticket.dto.js';
import { drawTicket, lockedTicket, TICKET_COLUMNS, type TicketRow } from './ticket.row.js';

export interface TicketRequest {
  id: string;
  version: number;
  verb: TicketVerb;
  toCounter?: number | undefined;
}

/** What each verb writes beside the state; `$3` is now, `$4` the counter it is sent to. */
const WRITES: Record<TicketVerb, string> = {
  recall: 'calls = calls + 1, called_at = $3',
  start: 'started_at = $3',
  skip: 'counter_number = NULL',
  transfer: 'counter_number = NULL, target_counter = $4, started_at = NULL',
  finish: 'finished_at = $3',
  requeue: 'target_counter = NULL',
};

/** Performs any verb on a ticket that was called: lock, decide, write, in one transaction. */
@Injectable()
export class PerformTicketVerb {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `ticket.unknown`, `ticket.stale`, `ticket.verb_not_allowed`,
   *   `ticket.counter_unknown`
   */
  run({ id, version, verb, toCounter }: TicketRequest, actor: Actor): Promise<TicketDto> {
    const now = this.clock.now();
    return this.transactions.run(async (tx) => {
      const row = await lockedTicket(tx, id);
      if (row.version !== version) throw receptionError('ticket.stale');
      const state = decideTicket({ state: row.state, unitId: row.unit_id }, verb, actor);
      if (toCounter !== undefined) await checkCounter(tx, row, toCounter);
      const [after]: TicketRow[] = await tx.query(
        `WITH t AS (UPDATE tickets SET version = version + 1, state = $2, ${WRITES[verb]}
           WHERE id = $1 AND $3::timestamptz IS NOT NULL AND ($4::int IS NULL OR $4 > 0) RETURNING *)
         SELECT ${TICKET_COLUMNS} FROM t`,
        [id, state, now, toCounter ?? null],
      );
      if (!after) throw receptionError('ticket.unknown');
      const { number } = row;
      noteChange(tx, {
        kind: 'ticket',
        id,
        before: { number, state: row.state },
        after: { number, state, ...(toCounter === undefined ? {} : { toCounter }) },
      });
      tellQueue(tx, row);
      return drawTicket(after, actor, now);
    });
  }
}

/** @throws DomainError `ticket.counter_unknown` */
async function checkCounter(tx: Tx, { unit_id }: TicketRow, number: number): Promise<void> {
  const [found]: unknown[] = await tx.query(
    'SELECT 1 FROM counters WHERE unit_id = $1 AND number = $2',
    [unit_id, number],
  );
  if (!found) throw receptionError('ticket.counter_unknown');
}
