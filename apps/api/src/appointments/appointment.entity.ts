import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AppointmentState, HomeVisitState, VisitReason } from '@yikou/domain';

/** How a hall takes appointments. */
@Entity('appointment_settings')
export class AppointmentSetting {
  @PrimaryColumn('uuid') unitId: string;
  @Column('int') placesPerCounter: number;
  @Column('int') daysAhead: number;
  @Column('uuid') changedById: string;
  @Column('timestamptz') changedAt: Date;
}

/** A booked slot at a counter of a hall (R67). Name, numbers and address are sealed. */
@Entity('appointments')
export class Appointment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') unitId: string;
  @Column('text') areaPath: string;
  @Column('text') itemCode: string;
  @Column('text') itemName: string;
  @Column('text') code: string;
  /** Whoever sends the same form twice has one appointment. */
  @Column('uuid') requestKey: string;
  @Column('timestamptz') slotAt: Date;
  @Column('date') slotDate: string;
  @Column('int') counter: number;
  @Column('int') place: number;
  @Column('text') state: AppointmentState;
  @Column('text') applicantKind: 'PERSON' | 'ORGANISATION';
  /** Masked; lists show it. */
  @Column('text') applicantName: string;
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { nullable: true }) identityNumber: string | null;
  @Column('text', { nullable: true }) telephone: string | null;
  @Column('text', { nullable: true }) address: string | null;
  @Column('text', { nullable: true }) identityIndex: string | null;
  @Column('text', { nullable: true }) telephoneIndex: string | null;
  /** Keyed hash of the network address it came from. */
  @Column('text', { nullable: true }) senderIndex: string | null;
  @Column('timestamptz') bookedAt: Date;
  @Column('uuid', { nullable: true }) bookedById: string | null;
  @Column('timestamptz', { nullable: true }) checkedInAt: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('uuid', { nullable: true }) caseId: string | null;
}

/** Somebody who cannot come is visited at home (R66). Name, numbers and address are sealed. */
@Entity('home_visits')
export class HomeVisit {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') unitId: string;
  @Column('text') areaPath: string;
  @Column('text') itemCode: string;
  @Column('text') itemName: string;
  @Column('text') state: HomeVisitState;
  @Column('text') reason: VisitReason;
  @Column('text', { default: '' }) note: string;
  @Column('text') applicantKind: 'PERSON' | 'ORGANISATION';
  @Column('text') applicantName: string;
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { nullable: true }) identityNumber: string | null;
  @Column('text', { nullable: true }) telephone: string | null;
  @Column('text', { nullable: true }) address: string | null;
  @Column('text', { nullable: true }) identityIndex: string | null;
  @Column('text', { nullable: true }) telephoneIndex: string | null;
  @Column('date', { nullable: true }) visitOn: string | null;
  /** Its place on the day's way. */
  @Column('int', { nullable: true }) position: number | null;
  @Column('uuid', { nullable: true }) assigneeId: string | null;
  @Column('uuid') requestedById: string;
  @Column('timestamptz') requestedAt: Date;
  @Column('text', { nullable: true }) result: string | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('uuid', { nullable: true }) caseId: string | null;
}
