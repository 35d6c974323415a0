import { Injectable } from '@nestjs/common';
import { addDays, FORGOTTEN_AFTER_DAYS, localDateOf } from '@yikou/domain';
import { Clock, noteChange, Transactions } from '@yikou/platform';
import { FORGOTTEN } from '../intake/index.js';
import { VISIT_CLOCK } from './appointment.row.js';

/** In one transaction; the rest comes with the next turn. */
const AT_ONCE = 500;

/** Who did not come is a no-show when the day is over (R67), and nobody's data stay longer than needed. */
@Injectable()
export class EndOfDay {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    while ((await this.missed()) === AT_ONCE);
    while ((await this.forgotten()) === AT_ONCE);
  }

  private missed(): Promise<number> {
    return this.transactions.as(VISIT_CLOCK, async (tx) => {
      const now = this.clock.now();
      const rows: { id: string }[] = await tx.query(
        `WITH over AS (SELECT id FROM appointments WHERE state = 'BOOKED' AND slot_date < $1
           ORDER BY slot_date LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED),
         moved AS (UPDATE appointments p SET state = 'MISSED', ended_at = $2 FROM over
           WHERE p.id = over.id RETURNING p.id)
         SELECT id FROM moved`,
        [localDateOf(now), now],
      );
      const change = { before: { state: 'BOOKED' }, after: { state: 'MISSED' } };
      for (const { id } of rows) noteChange(tx, { kind: 'appointment', id, ...change });
      return rows.length;
    });
  }

  private forgotten(): Promise<number> {
    return this.transactions.as(VISIT_CLOCK, async (tx) => {
      const before = addDays(localDateOf(this.clock.now()), -FORGOTTEN_AFTER_DAYS);
      const rows: { id: string }[] = await tx.query(
        `WITH over AS (SELECT id FROM appointments WHERE name IS NOT NULL AND slot_date < $1
           ORDER BY slot_date LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED),
         gone AS (UPDATE appointments p SET ${FORGOTTEN}, sender_index = NULL FROM over
           WHERE p.id = over.id RETURNING p.id)
         SELECT id FROM gone`,
        [before],
      );
      for (const { id } of rows)
        noteChange(tx, { kind: 'appointment', id, after: { personalData: 'DELETED' } });
      return rows.length;
    });
  }
}
