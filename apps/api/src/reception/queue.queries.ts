import { Injectable } from '@nestjs/common';
import { localDateOf, receptionError, type Actor, type CounterKind } from '@yikou/domain';
import { Clock, Transactions } from '@yikou/platform';
import { hallOf } from './hall-of.js';
import type { HallBoardDto, QueueDto } from './ticket.dto.js';
import { drawTicket, TICKET_COLUMNS, type TicketRow } from './ticket.row.js';

const MOST_WAITING = 100;
const MOST_SKIPPED = 20;
const MOST_CALLS = 8;

/** The name under which the screen of a hall reads; the policies of the tables know it. */
const DISPLAY = 'hall-display';

@Injectable()
export class QueueQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `reception.hall_unknown` */
  queue(actor: Actor, unitId?: string): Promise<QueueDto> {
    const now = this.clock.now();
    const day = localDateOf(now);
    return this.transactions.read(async (tx) => {
      const hall = await hallOf(tx, actor, unitId);
      const rows: (TicketRow & { waiting_count: number })[] = await tx.query(
        `SELECT *, (SELECT count(*)::int FROM tickets WHERE unit_id = $1 AND day = $2 AND state = 'WAITING')
           AS waiting_count FROM (
           (SELECT ${TICKET_COLUMNS}, t.rank_at, t.serial, t.letter FROM tickets t WHERE t.unit_id = $1 AND t.day = $2
              AND t.state = 'WAITING' ORDER BY t.rank_at, t.serial, t.letter LIMIT ${MOST_WAITING})
           UNION ALL (SELECT ${TICKET_COLUMNS}, t.rank_at, t.serial, t.letter FROM tickets t WHERE t.unit_id = $1 AND t.day = $2
              AND t.state IN ('CALLED','SERVING'))
           UNION ALL (SELECT ${TICKET_COLUMNS}, t.rank_at, t.serial, t.letter FROM tickets t WHERE t.unit_id = $1 AND t.day = $2
              AND t.state = 'SKIPPED' ORDER BY t.called_at DESC LIMIT ${MOST_SKIPPED})) q
         ORDER BY q.rank_at, q.serial, q.letter`,
        [hall.id, day],
      );
      const counters: { number: number; kind: CounterKind }[] = await tx.query(
        'SELECT number, kind FROM counters WHERE unit_id = $1 ORDER BY number',
        [hall.id],
      );
      const of = (...states: string[]) =>
        rows
          .filter(({ state }) => states.includes(state))
          .map((row) => drawTicket(row, actor, now));
      return {
        unitId: hall.id,
        unitCode: hall.code,
        unitName: hall.name,
        day,
        waitingCount: rows[0]?.waiting_count ?? 0,
        waiting: of('WAITING'),
        atCounters: of('CALLED', 'SERVING'),
        skipped: of('SKIPPED'),
        counters,
      };
    });
  }

  /**
   * For everybody in the hall: numbers and counters, nothing of anybody.
   *
   * @param code of the hall, as its sign and its address carry it
   * @throws DomainError `reception.hall_unknown`
   */
  async board(code: string): Promise<HallBoardDto & { unitId: string }> {
    const [row]: (HallBoardDto & { unitId: string })[] = await this.transactions.readAs(
      DISPLAY,
      (tx) =>
        tx.query(
          `SELECT u.id AS "unitId", u.name,
             (SELECT count(*)::int FROM tickets w WHERE w.unit_id = u.id AND w.day = $2 AND w.state = 'WAITING')
               AS "waitingCount",
             ARRAY(SELECT json_build_object('number', t.number, 'counter', t.counter_number, 'calls', t.calls,
                 'calledAt', t.called_at) FROM tickets t
               WHERE t.unit_id = u.id AND t.day = $2 AND t.called_at IS NOT NULL AND t.state IN ('CALLED','SERVING')
               ORDER BY t.called_at DESC LIMIT ${MOST_CALLS}) AS calls
           FROM units u WHERE u.code = $1 AND u.kind IN ('CENTRE','STATION')`,
          [code, localDateOf(this.clock.now())],
        ),
    );
    if (!row) throw receptionError('reception.hall_unknown');
    return row;
  }
}
