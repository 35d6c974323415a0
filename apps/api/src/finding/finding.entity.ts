import type { ExportedList, ExportState } from '@yikou/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A filter of the case list that somebody keeps, for themselves or for their unit. */
@Entity('saved_filters')
export class SavedFilter {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('uuid') unitId: string;
  @Column('boolean') shared: boolean;
  @Column('text') name: string;
  @Column('jsonb') filter: Record<string, unknown>;
  @Column('timestamptz') createdAt: Date;
}

/** How somebody wants to see the case list. */
@Entity('list_settings')
export class ListSettings {
  @PrimaryColumn('uuid') accountId: string;
  @Column('text', { array: true, nullable: true }) columns: string[] | null;
  @Column('uuid', { nullable: true }) defaultFilterId: string | null;
}

/** A list that somebody takes along as a workbook; the worker writes it. */
@Entity('exports')
export class Export {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('text') list: ExportedList;
  @Column('jsonb') filter: Record<string, unknown>;
  @Column('text') state: ExportState;
  @Column('int', { default: 0 }) tries: number;
  @Column('timestamptz', { nullable: true }) takenUntil: Date | null;
  @Column('int', { default: 0 }) rowsDone: number;
  /** The list was longer than a workbook may be. */
  @Column('boolean', { default: false }) truncated: boolean;
  @Column('timestamptz') requestedAt: Date;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
  @Column('timestamptz', { nullable: true }) expiresAt: Date | null;
  @Column('text', { nullable: true }) storageKey: string | null;
  @Column('text', { nullable: true }) sha256: string | null;
  @Column('int', { nullable: true }) bytes: number | null;
}
