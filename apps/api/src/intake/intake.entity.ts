import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who asks; name, numbers and address are sealed. */
@Entity('applicants')
export class Applicant {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: 'PERSON' | 'ORGANISATION';
  @Column('text') name: string;
  @Column('text') identityNumber: string;
  @Column('text') telephone: string;
  @Column('text', { nullable: true }) address: string | null;
  /** Keyed hashes by which a number is found again. */
  @Column('text', { nullable: true }) identityIndex: string | null;
  @Column('text', { nullable: true }) telephoneIndex: string | null;
  /** Who keeps the record. */
  @Column('uuid') takingUnitId: string;
}

/** One line of a case's checklist. */
@Entity('case_materials')
export class CaseMaterial {
  @PrimaryColumn('uuid') caseId: string;
  @PrimaryColumn('int') position: number;
  @Column('text') name: string;
  @Column('text') form: string;
  @Column('int') copies: number;
  @Column('boolean') required: boolean;
  @Column('text') note: string;
  @Column('timestamptz', { nullable: true }) receivedAt: Date | null;
}

/** A file handed in for a material; the content lies in the file store under a random key. */
@Entity('material_files')
export class MaterialFile {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') caseId: string;
  @Column('int') position: number;
  @Column('text') name: string;
  @Column('text') mediaType: string;
  @Column('int') bytes: number;
  @Column('text') sha256: string;
  @Column('text') storageKey: string;
  @Column('timestamptz') uploadedAt: Date;
  @Column('uuid') uploadedById: string;
}

/** The notice that names everything missing (R73); a second one takes new facts. */
@Entity('supplement_notices')
export class SupplementNotice {
  @PrimaryColumn('uuid') caseId: string;
  @PrimaryColumn('int', { default: 1 }) number: number;
  /** Of a second notice: what was not known before, and who allowed it. */
  @Column('text', { nullable: true }) newFacts: string | null;
  @Column('uuid', { nullable: true }) approvedById: string | null;
  @Column('timestamptz') requestedAt: Date;
  @Column('uuid') requestedById: string;
  @Column('jsonb') missing: { name: string; howToGet: string }[];
}
