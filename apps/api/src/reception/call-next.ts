import { Injectable } from '@nestjs/common';
import {
  localDateOf,
  receptionError,
  takesAnybody,
  type Actor,
  type CounterKind,
} from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import { tellQueue } from './queue-signal.js';
import type { TicketDto } from './ticket.dto.js';
import { drawTicket, TICKET_COLUMNS, type TicketRow } from './ticket.row.js';

interface Place {
  unitId: string;
  counter: number;
  day: string;
}

/** R40: a counter that is free calls who is next, for whatever item. */
@Injectable()
export class CallNext {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Who is served there until now is finished with it.
   *
   * @throws DomainError `ticket.counter_unknown`, `ticket.counter_calls_already`, `ticket.nobody_waits`
   */
  run(counter: number, actor: Actor): Promise<TicketDto> {
    const now = this.clock.now();
    const place = { unitId: actor.unitId, counter, day: localDateOf(now) };
    return this.transactions.run(async (tx) => {
      const kind = await lockedCounter(tx, place);
      await finishServed(tx, place, now);
      const next = await called(tx, place, { kind, actor, now });
      if (!next) throw receptionError('ticket.nobody_waits');
      const after = { number: next.number, state: 'CALLED', counter };
      noteChange(tx, { kind: 'ticket', id: next.id, after });
      tellQueue(tx, next);
      return drawTicket(next, actor, now);
    });
  }
}

/** Two who call for one counter come one after the other. @throws DomainError `ticket.counter_unknown` */
async function lockedCounter(tx: Tx, { unitId, counter }: Place): Promise<CounterKind> {
  const [row]: { kind: CounterKind }[] = await tx.query(
    `SELECT kind, pg_advisory_xact_lock(hashtextextended(id::text, 0)) FROM counters
     WHERE unit_id = $1 AND number = $2`,
    [unitId, counter],
  );
  if (!row) throw receptionError('ticket.counter_unknown');
  return row.kind;
}

/** @throws DomainError `ticket.counter_calls_already` */
async function finishServed(tx: Tx, { unitId, counter, day }: Place, now: Date): Promise<void> {
  const [current]: Pick<TicketRow, 'id' | 'number' | 'state'>[] = await tx.query(
    `SELECT id, number, state FROM tickets
     WHERE unit_id = $1 AND day = $2 AND counter_number = $3 AND state IN ('CALLED','SERVING') FOR UPDATE`,
    [unitId, day, counter],
  );
  if (!current) return;
  const { id, number, state } = current;
  if (state === 'CALLED') throw receptionError('ticket.counter_calls_already', number);
  await tx.query(
    `UPDATE tickets SET version = version + 1, state = 'FINISHED', finished_at = $2 WHERE id = $1`,
    [id, now],
  );
  noteChange(tx, { kind: 'ticket', id, before: { state }, after: { state: 'FINISHED' } });
}

interface Calling {
  kind: CounterKind;
  actor: Actor;
  now: Date;
}

/** Whom another counter calls at this very moment is passed over, not waited for. */
async function called(tx: Tx, { unitId, counter, day }: Place, { kind, actor, now }: Calling) {
  const [row]: TicketRow[] = await tx.query(
    `WITH next AS (SELECT id FROM tickets WHERE unit_id = $1 AND day = $2 AND state = 'WAITING'
         AND (target_counter = $3 OR ($4 AND target_counter IS NULL))
       ORDER BY rank_at, serial, letter LIMIT 1 FOR UPDATE SKIP LOCKED),
     t AS (UPDATE tickets SET version = version + 1, state = 'CALLED', counter_number = $3, calls = calls + 1,
         called_at = $5, first_called_at = coalesce(first_called_at, $5), called_by_id = $6
       FROM next WHERE tickets.id = next.id RETURNING tickets.*)
     SELECT ${TICKET_COLUMNS} FROM t`,
    [unitId, day, counter, takesAnybody(kind), now, actor.accountId],
  );
  return row;
}
