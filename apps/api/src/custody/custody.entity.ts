import type { HandoverKind, OriginalState } from '@yikou/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A paper original that an applicant handed in, and who answers for it now (R85). */
@Entity('custody_originals')
export class CustodyOriginal {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') caseId: string;
  /** In the case's checklist. */
  @Column('int') position: number;
  @Column('text') name: string;
  @Column('int') copies: number;
  @Column('text') state: OriginalState;
  @Column('uuid') unitId: string;
  @Column('timestamptz') takenAt: Date;
}

/** One link of the chain; no unit on one side stands for the applicant, or for the archive. */
@Entity('custody_handovers')
export class CustodyHandover {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') caseId: string;
  /** Its place in the chain of the case, from 1. */
  @Column('int') seq: number;
  @Column('text') kind: HandoverKind;
  @Column('uuid', { nullable: true }) fromUnitId: string | null;
  @Column('uuid', { nullable: true }) toUnitId: string | null;
  @Column('text') purpose: string;
  @Column('timestamptz') handedAt: Date;
  @Column('uuid') handedById: string;
  @Column('timestamptz', { nullable: true }) acceptedAt: Date | null;
  @Column('timestamptz', { nullable: true }) declinedAt: Date | null;
  @Column('uuid', { nullable: true }) answeredById: string | null;
  @Column('text', { nullable: true }) declineReason: string | null;
}

@Entity('custody_handover_originals')
export class CustodyHandoverOriginal {
  @PrimaryColumn('uuid') handoverId: string;
  @PrimaryColumn('uuid') originalId: string;
  @Column('uuid') caseId: string;
}
