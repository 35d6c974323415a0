import { Column, Entity, PrimaryColumn } from 'typeorm';

/** R48: a section empowers a centre to decide an item in its name. */
@Entity('authorisations')
export class AuthorisationRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') itemId: string;
  @Column('text') itemCode: string;
  @Column('uuid') sectionUnitId: string;
  @Column('uuid') centreUnitId: string;
  /** The centre's: who watches the district reads by it. */
  @Column('text') areaPath: string;
  @Column('text') documentName: string;
  @Column('text') documentNumber: string;
  @Column('date') validFrom: string;
  /** The last day on which it holds. */
  @Column('date', { nullable: true }) validUntil: string | null;
  @Column('date', { nullable: true }) revokedFrom: string | null;
  @Column('text', { nullable: true }) revokeReason: string | null;
  @Column('uuid', { nullable: true }) grantedById: string | null;
  @Column('timestamptz') grantedAt: Date;
  @Column('timestamptz', { nullable: true }) endingAnnouncedAt: Date | null;
  /** The signed document as it was scanned; all of these or none. */
  @Column('text', { nullable: true }) scanName: string | null;
  @Column('text', { nullable: true }) scanMediaType: string | null;
  @Column('int', { nullable: true }) scanBytes: number | null;
  @Column('text', { nullable: true }) scanSha256: string | null;
  @Column('text', { nullable: true }) scanKey: string | null;
}
