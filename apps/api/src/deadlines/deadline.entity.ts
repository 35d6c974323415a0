import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { DeadlineKind, DeadlineState, LimitUnit } from '@yikou/domain';

/** Something due at an instant. The row is the truth; timers only wake somebody who looks at it. */
@Entity('deadlines')
export class Deadline {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') subjectId: string;
  @Column('text') reference: string;
  @Column('text') title: string;
  @Column('text') kind: DeadlineKind;
  @Column('text') state: DeadlineState;
  @Column('int', { default: 1 }) version: number;
  @Column('int', { default: 0 }) timerVersion: number;
  @Column('int') limitAmount: number;
  @Column('text') limitUnit: LimitUnit;
  /** Added to the limit, in its unit (行政许可法 §42). */
  @Column('int', { default: 0 }) extendedBy: number;
  /** Which of the clocks that run side by side it is (R74); it stays with its owner. */
  @Column('int', { nullable: true }) part: number | null;
  @Column('timestamptz') startedAt: Date;
  @Column('timestamptz') dueAt: Date;
  @Column('timestamptz') warnAt: Date;
  @Column('boolean') provisional: boolean;
  @Column('uuid') ownerUnitId: string;
  @Column('uuid') subjectUnitId: string;
  /** Every unit that took or held the subject; they may see how it was counted. */
  @Column('uuid', { array: true }) unitIds: string[];
  @Column('text') areaPath: string;
  @Column('timestamptz', { nullable: true }) warnedAt: Date | null;
  @Column('timestamptz', { nullable: true }) missedAt: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  /** How many steps of the escalation chain have been taken since it fell due (T2). */
  @Column('int', { default: 0 }) escalated: number;
  /** When the next one is; null before the first, which is due with the deadline. */
  @Column('timestamptz', { nullable: true }) escalateAt: Date | null;
}

/** A span in which a deadline stood still; rows, so that it can happen again (T9). */
@Entity('deadline_pauses')
export class DeadlinePause {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deadlineId: string;
  @Column('timestamptz') pausedFrom: Date;
  @Column('timestamptz', { nullable: true }) pausedUntil: Date | null;
}

/** What happened to a deadline; append-only, each flag at most once. */
@Entity('deadline_events')
export class DeadlineEvent {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('uuid') deadlineId: string;
  @Column('text') kind: string;
  @Column('timestamptz') at: Date;
  @Column('timestamptz') dueAt: Date;
  /** Where a changed calendar moved it: from when, and by which notice (T12). */
  @Column('timestamptz', { nullable: true }) wasDueAt: Date | null;
  @Column('uuid', { nullable: true }) calendarChangeId: string | null;
}
