import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  ConsultationState,
  ConsultationType,
  TicketPriority,
  TicketState,
} from '@yikou/domain';

/** A question at the guide desk and whose duty it is (R63, R72). */
@Entity('consultations')
export class Consultation {
  @PrimaryColumn('uuid') id: string;
  @Column('int', { default: 1 }) version: number;
  @Column('text') state: ConsultationState;
  @Column('text') type: ConsultationType;
  /** The hall in which it was asked. */
  @Column('uuid') unitId: string;
  @Column('text') areaPath: string;
  @Column('timestamptz') askedAt: Date;
  @Column('date') askedOn: string;
  /** Written once: the application's role may not change it. */
  @Column('uuid') firstContactId: string;
  @Column('uuid') holderId: string;
  @Column('uuid') holderUnitId: string;
  /** Units that take part in it and may therefore see it. */
  @Column('uuid', { array: true }) unitIds: string[];
  @Column('text', { nullable: true }) itemCode: string | null;
  @Column('text', { nullable: true }) itemName: string | null;
  @Column('text') question: string;
  @Column('text', { nullable: true }) answer: string | null;
  /** Sealed; shown masked. */
  @Column('text', { nullable: true }) contactName: string | null;
  @Column('text', { nullable: true }) contactNameMasked: string | null;
  /** Sealed; shown masked. */
  @Column('text', { nullable: true }) contactTelephone: string | null;
  @Column('text', { nullable: true }) contactTelephoneMasked: string | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @Column('uuid', { nullable: true }) caseId: string | null;
}

/** A duty that was offered to somebody, and what they made of it. */
@Entity('consultation_hand_overs')
export class ConsultationHandOver {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') consultationId: string;
  @Column('uuid') fromId: string;
  @Column('uuid') unitId: string;
  @Column('uuid', { nullable: true }) accountId: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('timestamptz') offeredAt: Date;
  @Column('text', { nullable: true }) endState: 'ACCEPTED' | 'DECLINED' | 'TAKEN_BACK' | null;
  @Column('uuid', { nullable: true }) endedById: string | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) endReason: string | null;
}

/** Somebody's place in the queue of a hall on a day (R40); nothing of who it is. */
@Entity('tickets')
export class Ticket {
  @PrimaryColumn('uuid') id: string;
  @Column('int', { default: 1 }) version: number;
  @Column('uuid') unitId: string;
  @Column('text') areaPath: string;
  @Column('date') day: string;
  @Column('text') letter: string;
  @Column('int') serial: number;
  @Column('text') number: string;
  @Column('text') priority: TicketPriority;
  @Column('text', { nullable: true }) theme: string | null;
  @Column('text') state: TicketState;
  /** By which it is called. */
  @Column('timestamptz') rankAt: Date;
  @Column('timestamptz') takenAt: Date;
  @Column('int', { nullable: true }) counterNumber: number | null;
  /** Only this counter calls it: it was sent there. */
  @Column('int', { nullable: true }) targetCounter: number | null;
  @Column('int', { default: 0 }) calls: number;
  @Column('timestamptz', { nullable: true }) calledAt: Date | null;
  @Column('timestamptz', { nullable: true }) firstCalledAt: Date | null;
  @Column('uuid', { nullable: true }) calledById: string | null;
  @Column('timestamptz', { nullable: true }) startedAt: Date | null;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}

/** The last number given out under a letter; its row lock makes the numbers gap-free. */
@Entity('ticket_serials')
export class TicketSerial {
  @PrimaryColumn('uuid') unitId: string;
  @PrimaryColumn('date') day: string;
  @PrimaryColumn('text') letter: string;
  @Column('int') last: number;
}
