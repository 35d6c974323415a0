import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PaperKind } from '@yikou/domain';

/** A paper handed over in a case; the file itself lies in the file store as it was printed. */
@Entity('papers')
export class Paper {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') caseId: string;
  @Column('text') caseNumber: string;
  @Column('text') kind: PaperKind;
  /** Tells several of a kind apart in a case. */
  @Column('text') subject: string;
  @Column('text') title: string;
  @Column('uuid') unitId: string;
  @Column('text') unitName: string;
  @Column('int') year: number;
  @Column('int') serial: number;
  @Column('text') number: string;
  @Column('text') code: string;
  /** Masked. */
  @Column('text') applicantName: string;
  @Column('timestamptz') issuedAt: Date;
  @Column('uuid') issuedById: string;
  @Column('text') storageKey: string;
  @Column('text') sha256: string;
  @Column('int') bytes: number;
  @Column('int') pages: number;
  @Column('int', { default: 0 }) prints: number;
  @Column('timestamptz', { nullable: true }) lastPrintedAt: Date | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
  @Column('uuid', { nullable: true }) withdrawnById: string | null;
  @Column('text', { nullable: true }) withdrawalReason: string | null;
}

/** The last number given out by a unit in a year, for each kind of paper. */
@Entity('paper_serials')
export class PaperSerial {
  @PrimaryColumn('uuid') unitId: string;
  @PrimaryColumn('int') year: number;
  @PrimaryColumn('text') kind: PaperKind;
  @Column('int') last: number;
}
