import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The colleague who follows a case throughout (R70). */
@Entity('case_followers')
export class CaseFollower {
  @PrimaryColumn('uuid') caseId: string;
  @Column('uuid') accountId: string;
  /** As the applicant reads it. */
  @Column('text') name: string;
  @Column('uuid') namedById: string;
  @Column('timestamptz') namedAt: Date;
}

/** What the follower tells the applicant. */
@Entity('progress_messages')
export class ProgressMessage {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') caseId: string;
  @Column('uuid') accountId: string;
  @Column('text') name: string;
  @Column('timestamptz') at: Date;
  @Column('text') text: string;
}

/** Wrong tails for one number, whether there is such a number or not. */
@Entity('tail_failures')
export class TailFailure {
  /** Keyed hash of the number that was typed. */
  @PrimaryColumn('text') asked: string;
  @Column('int') failures: number;
  @Column('timestamptz') lastAt: Date;
  @Column('timestamptz') lockedUntil: Date;
}
