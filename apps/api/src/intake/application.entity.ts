import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One application by one applicant for several items, taken in one go (R74); its cases name it. */
@Entity('applications')
export class Application {
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('text') title: string;
  @Column('uuid') applicantId: string;
  /** Masked. */
  @Column('text') applicantName: string;
  @Column('uuid') takingUnitId: string;
  @Column('uuid') takenById: string;
  @Column('text') areaPath: string;
  @Column('timestamptz') registeredAt: Date;
  @Column('int') caseCount: number;
}
