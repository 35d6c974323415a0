import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One process step given to a unit and, once claimed, to a person. */
@Entity('tasks')
export class Task {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') caseId: string;
  @Column('int') stageIndex: number;
  @Column('text') name: string;
  @Column('uuid') unitId: string;
  @Column('text') state: 'OPEN' | 'CLAIMED' | 'DONE' | 'CANCELLED';
  @Column('uuid', { nullable: true }) assigneeId: string | null;
  @Column('timestamptz') openedAt: Date;
  @Column('timestamptz', { nullable: true }) claimedAt: Date | null;
  @Column('timestamptz', { nullable: true }) doneAt: Date | null;
  @Column('text', { nullable: true }) opinion: string | null;
}

/** A recorded span of a special procedure. */
@Entity('suspensions')
export class Suspension {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') caseId: string;
  @Column('text') procedureKind: string;
  @Column('text') procedureName: string;
  @Column('boolean') countsInLimit: boolean;
  @Column('text') reason: string;
  @Column('timestamptz') startedAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}

/** A complete upload; its receipt instant starts the upper level's clock and never changes (R59). */
@Entity('uploads')
export class Upload {
  @PrimaryColumn('uuid') caseId: string;
  @PrimaryColumn('int') stageIndex: number;
  @Column('uuid') fromUnitId: string;
  @Column('uuid') toUnitId: string;
  @Column('uuid') uploadedById: string;
  @Column('timestamptz') receiptAt: Date;
}
