import { Injectable } from '@nestjs/common';
import {
  appointmentError,
  mayBecomeACase,
  mayBeCancelled,
  mayBeCheckedIn,
  type Actor,
  type AppointmentState,
  type CaseChannel,
} from '@yikou/domain';
import { announce, Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import { FORGOTTEN, RegisterCase, SealedPeople, type SealedVisitor } from '../intake/index.js';
import type { CaseDto } from '../workflow/index.js';
import { AppointmentQueries } from './appointment.queries.js';
import { factsOf, type DayRow } from './appointment.row.js';
import type { AppointmentDto, RegisterVisitDto } from './appointments.dto.js';

const CHANNEL: CaseChannel = 'APPOINTMENT';

/** What the hall does with an appointment: somebody comes, calls it off, or asks at last (R67). */
@Injectable()
export class ReceiveAppointment {
  constructor(
    private readonly transactions: Transactions,
    private readonly appointments: AppointmentQueries,
    private readonly registerCase: RegisterCase,
    private readonly people: SealedPeople,
    private readonly clock: Clock,
  ) {}

  /**
   * The person is here. The queue hears of it by the news `appointment.checkedIn`.
   *
   * @throws DomainError `appointment.unknown`, `appointment.not_booked`, `appointment.other_day`
   */
  checkIn(id: string, actor: Actor): Promise<AppointmentDto> {
    return this.transactions.run(async (tx) => {
      const row = await this.appointments.row(tx, id, actor, 'FOR UPDATE');
      const now = this.clock.now();
      mayBeCheckedIn(factsOf(row), now);
      await this.move(tx, row, 'CHECKED_IN', 'checked_in_at = $3');
      const { code, item_code: itemCode, slot_at: slotAt, counter } = row;
      const payload = { unitId: actor.unitId, code, itemCode, slotAt, counter, at: now };
      await announce(tx, [{ topic: 'appointment.checkedIn', subjectId: id, payload }]);
      return this.appointments.draw({ ...row, state: 'CHECKED_IN', checked_in_at: now });
    });
  }

  /** @throws DomainError `appointment.unknown`, `appointment.not_booked` */
  cancel(id: string, actor: Actor): Promise<AppointmentDto> {
    return this.transactions.run(async (tx) => {
      const row = await this.appointments.row(tx, id, actor, 'FOR UPDATE');
      mayBeCancelled(factsOf(row));
      await this.move(tx, row, 'CANCELLED', 'ended_at = $3');
      return this.appointments.draw({ ...row, state: 'CANCELLED' });
    });
  }

  /**
   * The appointment becomes a case without being typed again; what it held of the person is deleted.
   *
   * @throws DomainError `appointment.unknown`, `appointment.not_checked_in`, `appointment.not_booked`, and
   *   those of {@link RegisterCase}
   */
  register(id: string, body: RegisterVisitDto, actor: Actor): Promise<CaseDto> {
    return this.transactions.run(async (tx) => {
      const row = await this.appointments.row(tx, id, actor, 'FOR UPDATE');
      mayBecomeACase(factsOf(row));
      const applicant = await this.applicantOf(tx, id);
      const request = { itemCode: row.item_code, applicant, ...body, channel: CHANNEL };
      const opened = await this.registerCase.within(tx, request, actor);
      await this.move(tx, row, 'SERVED', `ended_at = $3, case_id = '${opened.id}', ${FORGOTTEN}`);
      return opened;
    });
  }

  private async applicantOf(tx: Tx, id: string) {
    const [row]: (SealedVisitor & { id: string })[] = await tx.query(
      `SELECT id, applicant_kind AS "applicantKind", applicant_name AS "applicantName", name,
         identity_number AS "identityNumber", telephone, address FROM appointments WHERE id = $1`,
      [id],
    );
    const applicant = row && this.people.openVisitor('appointments', row);
    if (!applicant) throw appointmentError('appointment.unknown');
    return applicant;
  }

  private async move(tx: Tx, row: DayRow, to: AppointmentState, also: string): Promise<void> {
    await tx.query(`UPDATE appointments SET state = $2, ${also} WHERE id = $1`, [
      row.id,
      to,
      this.clock.now(),
    ]);
    const change = { before: { state: row.state }, after: { state: to } };
    noteChange(tx, { kind: 'appointment', id: row.id, ...change });
  }
}
