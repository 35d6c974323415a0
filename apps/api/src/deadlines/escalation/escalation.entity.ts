import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EscalationLevel } from '@yikou/domain';

/** One step of the chain: whom it reaches, and how many working days after the due instant. */
@Entity('escalation_steps')
export class EscalationStep {
  @PrimaryColumn('int') position: number;
  @Column('text') level: EscalationLevel;
  @Column('int') afterDays: number;
}

/** Somebody was told of something overdue; append-only, once a step. */
@Entity('escalations')
export class Escalation {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') deadlineId: string;
  @Column('timestamptz') dueAt: Date;
  @Column('int') position: number;
  @Column('text') level: EscalationLevel;
  /** Whose heads it concerns; null for the district, whose watchers see their area. */
  @Column('uuid', { nullable: true }) unitId: string | null;
  /** Nobody had claimed the work. */
  @Column('boolean') unassigned: boolean;
  @Column('timestamptz') at: Date;
  @Column('text') areaPath: string;
}
