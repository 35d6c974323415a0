import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  letterOfTicket,
  localDateOf,
  rankOfTicket,
  ticketNumberOf,
  type Actor,
} from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import { hallOf } from './hall-of.js';
import { tellQueue } from './queue-signal.js';
import { Ticket } from './reception.entity.js';
import type { TakenTicketDto, TakeTicketDto } from './ticket.dto.js';
import { drawTicket, TICKET_COLUMNS, type TicketRow } from './ticket.row.js';

/** R40: somebody takes their place in the queue of the hall. */
@Injectable()
export class TakeTicket {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `reception.hall_unknown`, `ticket.day_full` */
  run({ priority = 'NONE', theme }: TakeTicketDto, actor: Actor): Promise<TakenTicketDto> {
    const now = this.clock.now();
    const day = localDateOf(now);
    const letter = letterOfTicket(priority);
    return this.transactions.run(async (tx) => {
      const hall = await hallOf(tx, actor);
      const id = randomUUID();
      const place = { unitId: hall.id, day, letter };
      // The serial's row stays locked until commit: no gap after a rollback, no number twice.
      const serial = await nextSerial(tx, place);
      const number = ticketNumberOf(letter, serial);
      await tx.insert(Ticket, {
        ...place,
        id,
        areaPath: hall.area_path,
        serial,
        number,
        priority,
        theme: theme?.trim() || null,
        state: 'WAITING',
        rankAt: rankOfTicket(now, priority),
        takenAt: now,
      });
      noteChange(tx, { kind: 'ticket', id, after: { number, priority } });
      tellQueue(tx, { unit_id: hall.id, area_path: hall.area_path });
      const { ahead, ...row } = await taken(tx, id);
      return { ...drawTicket(row, actor, now), ahead };
    });
  }
}

async function nextSerial(
  tx: Tx,
  { unitId, day, letter }: { unitId: string; day: string; letter: string },
): Promise<number> {
  const [row]: { last: number }[] = await tx.query(
    `INSERT INTO ticket_serials AS s (unit_id, day, letter, last) VALUES ($1, $2, $3, 1)
     ON CONFLICT (unit_id, day, letter) DO UPDATE SET last = s.last + 1 RETURNING last`,
    [unitId, day, letter],
  );
  if (!row) throw new Error('no serial');
  return row.last;
}

async function taken(tx: Tx, id: string): Promise<TicketRow & { ahead: number }> {
  const [row]: (TicketRow & { ahead: number })[] = await tx.query(
    `SELECT ${TICKET_COLUMNS}, (SELECT count(*)::int FROM tickets o WHERE o.unit_id = t.unit_id
       AND o.day = t.day AND o.state = 'WAITING' AND (o.rank_at, o.serial, o.letter) < (t.rank_at, t.serial, t.letter)) AS ahead
     FROM tickets t WHERE t.id = $1`,
    [id],
  );
  if (!row) throw new Error('no ticket');
  return row;
}
