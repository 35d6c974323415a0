import { Injectable } from '@nestjs/common';
import { localDateOf, type Actor } from '@yikou/domain';
import { Clock, Transactions } from '@yikou/platform';
import { checkSpan, hallOf } from './hall-of.js';
import type { QueueHourDto, QueueStatisticsDto, QueueStatisticsQueryDto } from './ticket.dto.js';

/** Minutes from taking a ticket to its first call. */
const WAIT = 'extract(epoch FROM first_called_at - taken_at) / 60';
const rounded = (value: string) => `round((${value})::numeric, 1)::float`;

/** How long people wait (R40). */
@Injectable()
export class QueueStatistics {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `reception.span_invalid`, `reception.hall_unknown` */
  run(query: QueueStatisticsQueryDto, actor: Actor): Promise<QueueStatisticsDto> {
    const { day = localDateOf(this.clock.now()), unitId } = query;
    checkSpan({ from: day, until: day });
    return this.transactions.read(async (tx) => {
      const hall = await hallOf(tx, actor, unitId);
      const [whole]: Omit<QueueStatisticsDto, 'day' | 'hours'>[] = await tx.query(
        `SELECT count(*) FILTER (WHERE state = 'WAITING')::int AS "waitingCount", count(*)::int AS taken,
           count(first_called_at)::int AS called, count(*) FILTER (WHERE state = 'SKIPPED')::int AS skipped,
           ${rounded(`avg(${WAIT})`)} AS "averageWait",
           ${rounded(`percentile_cont(0.9) WITHIN GROUP (ORDER BY ${WAIT})`)} AS "p90Wait",
           ${rounded(`max(${WAIT})`)} AS "longestWait"
         FROM tickets WHERE unit_id = $1 AND day = $2`,
        [hall.id, day],
      );
      const hours: QueueHourDto[] = await tx.query(
        `SELECT extract(hour FROM taken_at AT TIME ZONE 'Asia/Shanghai')::int AS hour, count(*)::int AS taken,
           ${rounded(`avg(${WAIT})`)} AS "averageWait"
         FROM tickets WHERE unit_id = $1 AND day = $2 GROUP BY 1 ORDER BY 1`,
        [hall.id, day],
      );
      if (!whole) throw new Error('no statistics');
      return { day, ...whole, hours };
    });
  }
}
