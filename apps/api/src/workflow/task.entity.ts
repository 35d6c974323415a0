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

/** 回避: somebody stays away from a case. */
@Entity('case_recusals')
export class CaseRecusal {
  @PrimaryColumn('uuid') caseId: string;
  @PrimaryColumn('uuid') accountId: string;
  @Column('text') reason: string;
  @Column('timestamptz') at: Date;
}

/** A colleague's opinion: asked for by the assignee, with whom the task stays. */
@Entity('task_helps')
export class TaskHelp {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') caseId: string;
  @Column('uuid') taskId: string;
  @Column('uuid') askedById: string;
  @Column('uuid') askedOfId: string;
  @Column('text') question: string;
  @Column('timestamptz') askedAt: Date;
  @Column('text', { nullable: true }) opinion: string | null;
  @Column('timestamptz', { nullable: true }) givenAt: Date | null;
}

/** 行政许可法 §42: the one extension of a case, and what the applicant was told of it. */
@Entity('case_extensions')
export class CaseExtension {
  @PrimaryColumn('uuid') caseId: string;
  /** In the unit of each limit. */
  @Column('int') days: number;
  @Column('text') reason: string;
  @Column('text') notice: string;
  @Column('uuid') approvedById: string;
  @Column('timestamptz') approvedAt: Date;
}
