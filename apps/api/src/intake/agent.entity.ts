import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who acts for the applicant of a case, and by which letter (R69); name and numbers are sealed. */
@Entity('case_agents')
export class CaseAgent {
  @PrimaryColumn('uuid') caseId: string;
  @Column('text') name: string;
  @Column('text') identityNumber: string;
  @Column('text') telephone: string;
  /** Keyed hashes by which a number is found again. */
  @Column('text', { nullable: true }) identityIndex: string | null;
  @Column('text', { nullable: true }) telephoneIndex: string | null;
  @Column('text') letterNumber: string;
  @Column('date') validFrom: string;
  @Column('date') validUntil: string;
  @Column('text', { nullable: true }) letterName: string | null;
  @Column('text', { nullable: true }) letterMediaType: string | null;
  @Column('int', { nullable: true }) letterBytes: number | null;
  @Column('text', { nullable: true }) letterSha256: string | null;
  @Column('text', { nullable: true }) letterKey: string | null;
  @Column('uuid') recordedById: string;
  @Column('timestamptz') recordedAt: Date;
}
