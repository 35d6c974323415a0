import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FilingState, Outcome } from '@yikou/domain';

/** A week whose lists were made, also one in which nothing was decided. */
@Entity('filing_weeks')
export class FilingWeek {
  /** Its Monday. */
  @PrimaryColumn('date') week: string;
  @Column('timestamptz') madeAt: Date;
  @Column('int') filingCount: number;
  @Column('int') caseCount: number;
}

/** R51: what a centre decided of one item in one week in the name of one section. */
@Entity('filings')
export class Filing {
  @PrimaryColumn('uuid') id: string;
  @Column('date') week: string;
  @Column('uuid') centreUnitId: string;
  @Column('uuid') sectionUnitId: string;
  @Column('uuid') itemId: string;
  @Column('text') itemCode: string;
  @Column('text') itemName: string;
  @Column('text') areaPath: string;
  @Column('text') state: FilingState;
  @Column('int', { default: 1 }) version: number;
  @Column('timestamptz') sentAt: Date;
  @Column('timestamptz', { nullable: true }) acknowledgedAt: Date | null;
  @Column('uuid', { nullable: true }) acknowledgedById: string | null;
}

/** A decision as it stood when it was filed. */
@Entity('filing_rows')
export class FilingRow {
  @PrimaryColumn('uuid') filingId: string;
  @PrimaryColumn('int') place: number;
  @Column('text') kind: 'IN_WEEK' | 'LATE' | 'CORRECTED';
  @Column('uuid') caseId: string;
  @Column('text') caseNumber: string;
  /** Masked. */
  @Column('text') applicantName: string;
  @Column('text') outcome: Outcome;
  @Column('text', { nullable: true }) resultNumber: string | null;
  @Column('text', { nullable: true }) authority: string | null;
  @Column('timestamptz') decidedAt: Date;
}

/** What a section asks about a row, and what the centre answers. */
@Entity('filing_queries')
export class FilingQuestion {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') filingId: string;
  @Column('int') place: number;
  @Column('text') question: string;
  @Column('uuid') askedById: string;
  @Column('timestamptz') askedAt: Date;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('uuid', { nullable: true }) answeredById: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
}
