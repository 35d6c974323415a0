import type { CellDecision, ItemRules, ItemStandard } from '@yikou/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CellProblem, ListFormat } from '../documents/index.js';
import type { ImportOutcome } from './list-outcome.js';

export const IMPORT_STATES = [
  'WAITING',
  'RUNNING',
  'DONE',
  /** The list has faults, and nothing of it was taken. */
  'REFUSED',
  'CANCELLED',
  /** Given up after several interruptions. */
  'FAILED',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export const ENTRY_STATES = ['MATCHED', 'EXTRA', 'UNSETTLED', 'DROPPED'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/** How it was found which item an entry is, or why it was not. */
export const FOUND_BY = [
  'CODE',
  'NAME',
  'SIMILAR_NAME',
  'AMBIGUOUS',
  'REPEATED',
  'UNMATCHED',
  'PERSON',
  'STANDARD',
] as const;
export type FoundBy = (typeof FOUND_BY)[number];

/** A standard item that an entry may be. */
export interface EntryCandidate {
  itemId: string;
  /** How alike the names are, 0 to 1. */
  similarity: number;
}

/** A file that was handed in, and how far its import has come. */
@Entity('street_list_imports')
export class StreetListImport {
  @PrimaryColumn('uuid') id: string;
  @Column('text') areaCode: string;
  @Column('text') areaPath: string;
  @Column('text', { array: true }) levels: ItemRules['level'][];
  @Column('text') fileName: string;
  @Column('text') format: ListFormat;
  @Column('uuid') storageKey: string;
  @Column('int') bytes: number;
  @Column('text') sha256: string;
  @Column('boolean') dryRun: boolean;
  @Column('text') state: ImportState;
  @Column('int', { default: 0 }) attempt: number;
  /** Who runs it says again and again that it still does. */
  @Column('timestamptz', { nullable: true }) aliveUntil: Date | null;
  @Column('int', { default: 0 }) rowsRead: number;
  @Column('int', { default: 0 }) rowsMatched: number;
  @Column('int', { default: 0 }) rowsWritten: number;
  @Column('int', { default: 0 }) problemCount: number;
  @Column('jsonb', { default: [] }) problems: CellProblem[];
  @Column('jsonb', { nullable: true }) outcome: ImportOutcome | null;
  @Column('text', { nullable: true }) refusalCode: string | null;
  @Column('text', { nullable: true }) refusalTitle: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('uuid') createdById: string;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}

/** An edition of the list of one street or community; the present one has not been replaced. */
@Entity('street_lists')
export class StreetList {
  @PrimaryColumn('uuid') id: string;
  @Column('text') areaCode: string;
  @Column('text') areaPath: string;
  @Column('int') edition: number;
  /** Levels of the items that the list speaks of. */
  @Column('text', { array: true }) levels: ItemRules['level'][];
  @Column('uuid') importId: string;
  @Column('timestamptz') madeAt: Date;
  @Column('timestamptz', { nullable: true }) replacedAt: Date | null;
}

/** What a street says of one item. */
@Entity('street_list_entries')
export class StreetListEntry {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') listId: string;
  @Column('text') areaPath: string;
  /** Place in the file, from 1. */
  @Column('int') position: number;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('text') level: string;
  @Column('text', { nullable: true }) theme: string | null;
  @Column('jsonb') content: ItemStandard;
  @Column('text') contentHash: string;
  @Column('text') state: EntryState;
  @Column('text') found: FoundBy;
  @Column('jsonb', { default: [] }) candidates: EntryCandidate[];
  @Column('uuid', { nullable: true }) itemId: string | null;
  @Column('text', { nullable: true }) extraKey: string | null;
  /** The comparison holds for this version alone; versions never change. */
  @Column('uuid', { nullable: true }) comparedVersionId: string | null;
  @Column('int', { nullable: true }) differences: number | null;
  @Column('int', { nullable: true }) core: number | null;
  @Column('text', { nullable: true }) differencesHash: string | null;
  @Column('uuid', { nullable: true }) settledById: string | null;
  @Column('timestamptz', { nullable: true }) settledAt: Date | null;
}

/** What was decided on a cell of the matrix: it outlives the edition of the list. */
@Entity('street_cells')
export class StreetCell {
  @PrimaryColumn('text') areaCode: string;
  /** The item's code, or `+` and the comparable name of something extra. */
  @PrimaryColumn('text') columnKey: string;
  @Column('text') areaPath: string;
  @Column('int') version: number;
  @Column('text', { nullable: true }) decision: CellDecision | null;
  @Column('text', { nullable: true }) reason: string | null;
  /** The differences that the reason was given for. */
  @Column('text', { nullable: true }) explainedHash: string | null;
  @Column('uuid', { nullable: true }) draftId: string | null;
  @Column('uuid') decidedById: string;
  @Column('timestamptz') decidedAt: Date;
}
