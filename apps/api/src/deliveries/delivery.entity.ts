import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeliveryState, ReminderWay } from '@yikou/domain';

/** One attempt to bring a result to its applicant. */
@Entity('deliveries')
export class Delivery {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') caseId: string;
  /** The counter that took the case (R57). */
  @Column('uuid') unitId: string;
  @Column('text') method: string;
  @Column('text') state: DeliveryState;
  /** Sealed; shown masked. */
  @Column('text', { nullable: true }) receiver: string | null;
  @Column('text', { nullable: true }) receiverMasked: string | null;
  /** Of a person who collects for the applicant; sealed, shown masked. */
  @Column('text', { nullable: true }) agentIdentity: string | null;
  @Column('text', { nullable: true }) agentIdentityMasked: string | null;
  @Column('text', { nullable: true }) relation: string | null;
  @Column('text', { nullable: true }) carrier: string | null;
  @Column('text', { nullable: true }) trackingNumber: string | null;
  /** Who brings it to the applicant's home. */
  @Column('uuid', { nullable: true }) assigneeId: string | null;
  @Column('boolean', { default: false }) signedOnPaper: boolean;
  /** Where the drawn signature lies, sealed; the file itself is sealed as well. */
  @Column('text', { nullable: true }) signatureKey: string | null;
  @Column('text', { nullable: true }) signatureSha256: string | null;
  @Column('text', { nullable: true }) returnReason: string | null;
  @Column('timestamptz') begunAt: Date;
  @Column('uuid') begunById: string;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('uuid', { nullable: true }) endedById: string | null;
}

/** An applicant was told that the result is waiting. */
@Entity('delivery_reminders')
export class DeliveryReminder {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') caseId: string;
  @Column('uuid') unitId: string;
  @Column('text') way: ReminderWay;
  @Column('text') note: string;
  @Column('timestamptz') at: Date;
  @Column('uuid') byId: string;
}
