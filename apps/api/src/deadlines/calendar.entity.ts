import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NoticeDay } from '@yikou/domain';

/** A year whose holidays were published, and where. */
@Entity('calendar_years')
export class PublishedYear {
  @PrimaryColumn('int') year: number;
  @Column('text') source: string;
  /** Which notice of this year it is; 1 is the one that came with the installation or was the first. */
  @Column('int', { default: 1 }) revision: number;
  @Column('uuid', { nullable: true }) changeId: string | null;
}

/** A named day off or a make-up working day. */
@Entity('calendar_days')
export class CalendarDay {
  @PrimaryColumn('date') date: string;
  @Column('int') year: number;
  @Column('text') kind: 'OFF' | 'WORK';
  @Column('text') name: string;
}

export const CALENDAR_CHANGE_STATES = [
  'SIMULATING',
  'SIMULATED',
  'APPLYING',
  'APPLIED',
  'DISCARDED',
] as const;
export type CalendarChangeState = (typeof CALENDAR_CHANGE_STATES)[number];

/** What a simulation found, kept as it was shown. */
export interface SimulationFigures {
  cases: number;
  deadlines: number;
  overdue: number;
  relieved: number;
}

/** One version of a year's notice: entered, simulated, in force or given up; never changed afterwards. */
@Entity('calendar_changes')
export class CalendarChange {
  @PrimaryColumn('uuid') id: string;
  @Column('int') year: number;
  @Column('text') documentNumber: string;
  @Column('text') reason: string;
  @Column('jsonb') days: NoticeDay[];
  @Column('text') state: CalendarChangeState;
  /** How many notices had come into force before it was simulated. */
  @Column('int') baseVersion: number;
  @Column('int', { nullable: true }) revision: number | null;
  /** The notice that it replaced, as it stood. */
  @Column('jsonb', { nullable: true }) previous: { source: string; days: NoticeDay[] } | null;
  @Column('date') firstDay: string;
  @Column('date') lastDay: string;
  @Column('int', { nullable: true }) total: number | null;
  @Column('int', { default: 0 }) seen: number;
  @Column('int', { default: 0 }) moved: number;
  @Column('int', { default: 0 }) overdue: number;
  @Column('int', { default: 0 }) relieved: number;
  /** The last deadline that the walk has dealt with: where it goes on after a crash. */
  @Column('uuid', { nullable: true }) seenUpTo: string | null;
  @Column('jsonb', { nullable: true }) simulation: SimulationFigures | null;
  @Column('uuid') submittedById: string;
  @Column('timestamptz') submittedAt: Date;
  @Column('uuid', { nullable: true }) savedById: string | null;
  @Column('timestamptz', { nullable: true }) savedAt: Date | null;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}

/** A deadline that a simulated notice would move. */
@Entity('calendar_moves')
export class CalendarMove {
  @PrimaryColumn('uuid') changeId: string;
  @PrimaryColumn('uuid') deadlineId: string;
  @Column('uuid') subjectId: string;
  @Column('timestamptz') wasDueAt: Date;
  @Column('timestamptz') dueAt: Date;
  @Column('boolean') becomesLate: boolean;
  @Column('boolean') isRelieved: boolean;
  @Column('text') areaPath: string;
}

/** On which day it was said that a year has no notice yet; once a day. */
@Entity('calendar_alarms')
export class CalendarAlarm {
  @PrimaryColumn('int') year: number;
  @PrimaryColumn('date') raisedOn: string;
}
