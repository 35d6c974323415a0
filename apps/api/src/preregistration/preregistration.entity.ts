import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PreregistrationState } from '@yikou/domain';

/** Data sent in before the visit (R71). Name, numbers and address are sealed, and gone when it is over. */
@Entity('preregistrations')
export class Preregistration {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') unitId: string;
  @Column('text') areaPath: string;
  @Column('text') itemCode: string;
  @Column('text') itemName: string;
  @Column('text') code: string;
  /** Whoever sends the same form twice has one preregistration; who knows it may add files. */
  @Column('uuid') requestKey: string;
  @Column('text') state: PreregistrationState;
  @Column('text') applicantKind: 'PERSON' | 'ORGANISATION';
  /** Masked; lists show it. */
  @Column('text') applicantName: string;
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { nullable: true }) identityNumber: string | null;
  @Column('text', { nullable: true }) telephone: string | null;
  @Column('text', { nullable: true }) address: string | null;
  @Column('text', { nullable: true }) identityIndex: string | null;
  @Column('text', { nullable: true }) telephoneIndex: string | null;
  /** Keyed hash of the network address it came from. */
  @Column('text', { nullable: true }) senderIndex: string | null;
  @Column('timestamptz') sentAt: Date;
  /** The last day on which it can be opened. */
  @Column('date') lastDay: string;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('uuid', { nullable: true }) caseId: string | null;
}

/** A file for one line of the item's checklist; the content lies in the file store. */
@Entity('preregistration_files')
export class PreregistrationFile {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') preregistrationId: string;
  @Column('int') position: number;
  @Column('text') name: string;
  @Column('text') mediaType: string;
  @Column('int') bytes: number;
  @Column('text') sha256: string;
  @Column('text') storageKey: string;
  @Column('timestamptz') uploadedAt: Date;
}
