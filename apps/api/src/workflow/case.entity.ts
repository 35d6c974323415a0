import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseChannel, CasePath, CaseStage, CaseState, Outcome } from '@yikou/domain';
import type { CaseItem } from './case-item.js';

/** One request for one item by one applicant. */
@Entity('cases')
export class Case {
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('int', { default: 1 }) version: number;
  @Column('text') state: CaseState;
  @Column('uuid') itemId: string;
  @Column('uuid') itemVersionId: string;
  @Column('text') itemCode: string;
  @Column('text') itemName: string;
  @Column('int') itemVersionNumber: number;
  @Column('jsonb') item: CaseItem;
  @Column('text') path: CasePath;
  @Column('jsonb') stages: CaseStage[];
  @Column('int', { default: 0 }) stageIndex: number;
  @Column('uuid') takingUnitId: string;
  @Column('uuid') takenById: string;
  @Column('uuid') holderUnitId: string;
  @Column('text') areaPath: string;
  @Column('uuid') applicantId: string;
  @Column('text') applicantName: string;
  @Column('text', { default: 'COUNTER' }) channel: CaseChannel;
  /** R68: taken in, or worked on by its counter, while the hall was closed. */
  @Column('boolean', { default: false }) outOfHours: boolean;
  @Column('timestamptz') registeredAt: Date;
  @Column('timestamptz', { nullable: true }) supplementRequestedAt: Date | null;
  /** R73: how many notices were given; a second one takes new facts and the head of the centre. */
  @Column('int', { default: 0 }) supplementCount: number;
  /** When a section gave it back to the counter; that happens once. */
  @Column('timestamptz', { nullable: true }) returnedAt: Date | null;
  @Column('timestamptz', { nullable: true }) acceptedAt: Date | null;
  @Column('timestamptz', { nullable: true }) receiptAt: Date | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) outcome: Outcome | null;
  @Column('text', { nullable: true }) opinion: string | null;
  @Column('text', { nullable: true }) remedy: string | null;
  @Column('timestamptz', { nullable: true }) issuedAt: Date | null;
  @Column('text', { nullable: true }) resultNumber: string | null;
  @Column('timestamptz', { nullable: true }) deliveredAt: Date | null;
  @Column('text', { nullable: true }) deliveryMethod: string | null;
  /** Sealed; shown masked. */
  @Column('text', { nullable: true }) deliveryReceiver: string | null;
  @Column('text', { nullable: true }) deliveryReceiverMasked: string | null;
  @Column('text', { nullable: true }) deliveryProof: string | null;
  @Column('text', { nullable: true }) closeReason: string | null;
  /** R50: the authorisation by which the centre decided, and what the papers print of it. */
  @Column('uuid', { nullable: true }) authorisationId: string | null;
  @Column('text', { nullable: true }) authority: string | null;
  /** R74: the application it was taken with, when several items were asked for at once. */
  @Column('uuid', { nullable: true }) applicationId: string | null;
  @Column('uuid', { nullable: true }) consultationId: string | null;
  /** R72: who was asked first; written once. */
  @Column('uuid') firstContactId: string;
  /** A closed case stays closed: this one puts it right. */
  @Column('uuid', { nullable: true }) correctsCaseId: string | null;
  @Column('text', { nullable: true }) correctionReason: string | null;
}

/** A unit that takes part in a case and may therefore see it. */
@Entity('case_units')
export class CaseUnit {
  @PrimaryColumn('uuid') caseId: string;
  @PrimaryColumn('uuid') unitId: string;
  @Column('timestamptz') registeredAt: Date;
}

/** The last serial given out at a street on a day; its row lock makes the numbers gap-free. */
@Entity('case_number_serials')
export class CaseNumberSerial {
  @PrimaryColumn('text') streetCode: string;
  @PrimaryColumn('date') day: string;
  @Column('int') last: number;
}

/** What happened to a case; append-only. */
@Entity('case_events')
export class CaseEvent {
  @PrimaryColumn('uuid') caseId: string;
  @PrimaryColumn('int') seq: number;
  @Column('text') verb: string;
  @Column('timestamptz') at: Date;
  @Column('uuid', { nullable: true }) accountId: string | null;
  @Column('uuid', { nullable: true }) unitId: string | null;
  @Column('text', { nullable: true }) fromState: string | null;
  @Column('text') toState: string;
  @Column('jsonb') data: Record<string, unknown>;
}
