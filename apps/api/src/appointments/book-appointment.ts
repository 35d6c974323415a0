import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  appointmentError,
  APPOINTMENTS_A_DAY,
  checkedApplicant,
  freePlaceOf,
  localDateOf,
  slotMayBeBooked,
  visitCodeOf,
  type Actor,
  type ApplicantInput,
  type Place,
} from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import { AddressesOfSenders, SealedPeople } from '../intake/index.js';
import { VISITORS, type AppointmentRow } from './appointment.row.js';
import type { BookAppointmentDto, BookedDto } from './appointments.dto.js';
import { drawBooked } from './appointment.row.js';
import { VisitedHalls, type VisitedHall } from './visited-hall.js';

const DAY_MS = 86_400_000;

interface Booking {
  hall: VisitedHall;
  applicant: ApplicantInput;
  slotAt: Date;
  requestKey: string;
  /** Nobody when the public page books. */
  bookedById: string | null;
}

/** Gives somebody a place in a slot of a hall (R67); never the same one to two. */
@Injectable()
export class BookAppointment {
  constructor(
    private readonly transactions: Transactions,
    private readonly halls: VisitedHalls,
    private readonly people: SealedPeople,
    private readonly senders: AddressesOfSenders,
    private readonly clock: Clock,
  ) {}

  /**
   * From the public page or a program of the public.
   *
   * @throws DomainError the applicant's wrong fields, those of {@link VisitedHalls.find},
   *   `appointment.slot_past`, `appointment.too_far`, `appointment.slot_unknown`, `appointment.full`,
   *   `appointment.booked_already`, `appointment.too_many`
   */
  byVisitor(body: BookAppointmentDto): Promise<BookedDto> {
    return this.transactions.as(VISITORS, (tx) => this.within(tx, body, null));
  }

  /** By the hall for somebody who called; for the own hall alone. @throws as {@link byVisitor} */
  byHall(body: BookAppointmentDto, actor: Actor): Promise<BookedDto> {
    return this.transactions.run((tx) =>
      this.within(tx, { ...body, unitId: actor.unitId }, actor.accountId),
    );
  }

  private async within(
    tx: Tx,
    body: BookAppointmentDto,
    bookedById: string | null,
  ): Promise<BookedDto> {
    const now = this.clock.now();
    const applicant = checkedApplicant(body.applicant, localDateOf(now));
    const hall = await this.halls.find(tx, body.unitId, body.itemCode);
    const slotAt = new Date(body.slotAt);
    slotMayBeBooked(slotAt, now, hall);
    const { requestKey } = body;
    const row = await this.take(tx, { hall, applicant, slotAt, requestKey, bookedById }, now);
    return drawBooked({ ...row, ...hallColumns(hall) }, now);
  }

  /** Whoever books in the same slot waits here, so that the places are counted one after the other. */
  private async take(tx: Tx, booking: Booking, now: Date): Promise<AppointmentRow> {
    const { hall, slotAt, requestKey } = booking;
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 67))', [
      `${hall.unitId} ${slotAt.toISOString()}`,
    ]);
    const earlier = await sentBefore(tx, requestKey);
    if (earlier) return earlier;
    if (booking.bookedById === null) await this.checkSender(tx, now);
    const taken: Place[] = await tx.query(
      `SELECT counter, place FROM appointments
       WHERE unit_id = $1 AND slot_at = $2 AND state <> 'CANCELLED'`,
      [hall.unitId, slotAt],
    );
    const place = freePlaceOf(hall.counters, hall.settings.placesPerCounter, taken);
    if (!place) throw appointmentError('appointment.full');
    return this.write(tx, booking, place, now);
  }

  private async write(tx: Tx, booking: Booking, place: Place, now: Date): Promise<AppointmentRow> {
    const { hall, applicant, slotAt } = booking;
    const id = randomUUID();
    const person = this.people.sealVisitor('appointments', id, applicant);
    const code = visitCodeOf(randomBytes(8));
    const rows: AppointmentRow[] = await tx.query(
      `INSERT INTO appointments (id, unit_id, area_path, item_code, item_name, code, request_key, slot_at,
         slot_date, counter, place, state, applicant_kind, applicant_name, name, identity_number, telephone,
         address, identity_index, telephone_index, sender_index, booked_at, booked_by_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'BOOKED', $12, $13, $14, $15, $16, $17, $18,
         $19, $20, $21, $22)
       ON CONFLICT (unit_id, slot_date, identity_index) WHERE state = 'BOOKED' DO NOTHING
       RETURNING id, code, state, item_code, item_name, slot_at, counter, applicant_name`,
      [
        ...[id, hall.unitId, hall.areaPath, hall.itemCode, hall.itemName, code],
        ...[booking.requestKey, slotAt, localDateOf(slotAt), place.counter, place.place],
        ...[person.applicantKind, person.applicantName, person.name, person.identityNumber],
        ...[person.telephone, person.address, person.identityIndex, person.telephoneIndex],
        ...[booking.bookedById === null ? this.senders.current() : null, now, booking.bookedById],
      ],
    );
    const [row] = rows;
    if (!row) throw appointmentError('appointment.booked_already');
    const after = { state: row.state, itemCode: hall.itemCode, slotAt, counter: place.counter };
    noteChange(tx, { kind: 'appointment', id, after });
    return row;
  }

  private async checkSender(tx: Tx, now: Date): Promise<void> {
    const [row]: { count: number }[] = await tx.query(
      'SELECT count(*)::int AS count FROM appointments WHERE sender_index = $1 AND booked_at > $2',
      [this.senders.current(), new Date(now.getTime() - DAY_MS)],
    );
    if ((row?.count ?? 0) >= APPOINTMENTS_A_DAY) throw appointmentError('appointment.too_many');
  }
}

/** Somebody pressed twice, or the answer was lost on its way. */
async function sentBefore(tx: Tx, requestKey: string): Promise<AppointmentRow | undefined> {
  const [row]: AppointmentRow[] = await tx.query(
    `SELECT id, code, state, item_code, item_name, slot_at, counter, applicant_name
     FROM appointments WHERE request_key = $1`,
    [requestKey],
  );
  return row;
}

const hallColumns = ({ unitName, address, telephone }: VisitedHall) => ({
  unit_name: unitName,
  address,
  telephone,
});
