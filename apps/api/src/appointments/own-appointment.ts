import { Injectable } from '@nestjs/common';
import { appointmentError, mayBeCancelled, typedVisitCode } from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import { GuardedTails, SealedPeople } from '../intake/index.js';
import {
  APPOINTMENT_COLUMNS,
  drawBooked,
  factsOf,
  VISITORS,
  type BookedRow,
} from './appointment.row.js';
import type { AppointmentProofDto, BookedDto } from './appointments.dto.js';

type OwnRow = BookedRow & { identity_number: string | null };

/** What the holder of a code may see and do, who also knows the tail of the identity number (P7). */
@Injectable()
export class OwnAppointment {
  constructor(
    private readonly transactions: Transactions,
    private readonly tails: GuardedTails,
    private readonly people: SealedPeople,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `appointment.unknown` whichever of the two is wrong, `intake.tails_locked` */
  async read(proof: AppointmentProofDto): Promise<BookedDto> {
    return drawBooked(await this.proven(proof), this.clock.now());
  }

  /** @throws as {@link read}; DomainError `appointment.not_booked` */
  async cancel(proof: AppointmentProofDto): Promise<BookedDto> {
    const { id } = await this.proven(proof);
    return this.transactions.as(VISITORS, async (tx) => {
      const row = await one(tx, 'p.id', id, 'FOR UPDATE OF p');
      if (!row) throw appointmentError('appointment.unknown');
      mayBeCancelled(factsOf(row));
      const now = this.clock.now();
      await tx.query(`UPDATE appointments SET state = 'CANCELLED', ended_at = $2 WHERE id = $1`, [
        id,
        now,
      ]);
      const change = { before: { state: row.state }, after: { state: 'CANCELLED' } };
      noteChange(tx, { kind: 'appointment', id, ...change });
      return drawBooked({ ...row, state: 'CANCELLED' }, now);
    });
  }

  private async proven({ code: typed, identityTail }: AppointmentProofDto): Promise<OwnRow> {
    const code = typedVisitCode(typed) ?? '';
    const asked = await this.tails.begin(code);
    const row = await this.transactions.readAs(VISITORS, (tx) => one(tx, 'p.code', code));
    const sealed = row?.identity_number
      ? {
          value: row.identity_number,
          place: this.people.identityPlace('appointments', row.id),
        }
      : undefined;
    if (!this.tails.holds(sealed, identityTail) || !row)
      throw appointmentError('appointment.unknown');
    await this.tails.forget(asked);
    return row;
  }
}

async function one(
  tx: Tx,
  by: 'p.id' | 'p.code',
  value: string,
  lock = '',
): Promise<OwnRow | undefined> {
  const [row]: OwnRow[] = await tx.query(
    `SELECT ${APPOINTMENT_COLUMNS}, p.identity_number, u.name AS unit_name, u.address, u.telephone
     FROM appointments p JOIN units u ON u.id = p.unit_id WHERE ${by} = $1 ${lock}`,
    [value],
  );
  return row;
}
