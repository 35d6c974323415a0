import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DestructionState, Retention } from '@yikou/domain';

/** How long the cases of an item are kept, where it is not the usual time. */
@Entity('item_retentions')
export class ItemRetention {
  @PrimaryColumn('uuid') itemId: string;
  @Column('text') retention: Retention;
  @Column('uuid') setById: string;
  @Column('timestamptz') setAt: Date;
}

/** The last number given out at a centre in a year; its row lock makes the numbers gap-free. */
@Entity('archive_serials')
export class ArchiveSerial {
  @PrimaryColumn('uuid') unitId: string;
  @PrimaryColumn('int') year: number;
  @Column('int') last: number;
}

/** The package of a closed case (R84). */
@Entity('archives')
export class Archive {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') caseId: string;
  @Column('text') caseNumber: string;
  @Column('text') itemCode: string;
  @Column('text') itemName: string;
  @Column('uuid') unitId: string;
  @Column('text') areaPath: string;
  @Column('text') fonds: string;
  @Column('int') year: number;
  @Column('int') serial: number;
  @Column('text') retention: Retention;
  /** The last day; null for ever. */
  @Column('date', { nullable: true }) keptUntil: string | null;
  @Column('text') state: 'WAITING' | 'READY' | 'FAILED' | 'DESTROYED';
  /** 0..100. */
  @Column('int', { default: 0 }) progress: number;
  @Column('int', { default: 0 }) tries: number;
  @Column('timestamptz', { nullable: true }) takenUntil: Date | null;
  @Column('text', { nullable: true }) storageKey: string | null;
  /** Of the package in clear. */
  @Column('text', { nullable: true }) sha256: string | null;
  @Column('int', { nullable: true }) bytes: number | null;
  @Column('int', { nullable: true }) fileCount: number | null;
  @Column('timestamptz') archivedAt: Date;
  @Column('timestamptz', { nullable: true }) packedAt: Date | null;
  @Column('timestamptz', { nullable: true }) destroyedAt: Date | null;
}

/** A list of packages that nobody has to keep any longer. */
@Entity('destructions')
export class Destruction {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') unitId: string;
  @Column('text') areaPath: string;
  @Column('text') state: DestructionState;
  @Column('text') reason: string;
  @Column('int') archiveCount: number;
  @Column('uuid') proposedById: string;
  @Column('timestamptz') proposedAt: Date;
  @Column('uuid', { nullable: true }) decidedById: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('timestamptz', { nullable: true }) doneAt: Date | null;
}

@Entity('destruction_entries')
export class DestructionEntry {
  @PrimaryColumn('uuid') destructionId: string;
  @PrimaryColumn('uuid') archiveId: string;
}
