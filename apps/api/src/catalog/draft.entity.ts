import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ItemStandard, VersionState } from '@yikou/domain';

/** A version in the making; published, it stays as the record of how it came about. */
@Entity('item_drafts')
export class ItemDraft {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') itemId: string;
  @Column('text') itemCode: string;
  @Column('int') number: number;
  @Column('text') state: VersionState;
  @Column('int', { default: 1 }) version: number;
  @Column('text') name: string;
  @Column('jsonb') standard: ItemStandard;
  /** Accounts that wrote or submitted it; they may not approve it. */
  @Column('uuid', { array: true }) authors: string[];
  @Column('uuid', { nullable: true }) reviewUnitId: string | null;
  @Column('uuid', { nullable: true }) basedOnId: string | null;
  @Column('text', { nullable: true }) returnReason: string | null;
  @Column('timestamptz') updatedAt: Date;
}

/** What somebody has to say about one field of a draft. */
@Entity('item_draft_comments')
export class ItemDraftComment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') draftId: string;
  @Column('text') field: string;
  @Column('text') text: string;
  @Column('uuid') authorId: string;
  @Column('timestamptz') at: Date;
}
