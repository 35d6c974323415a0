import type { BookFormat, ItemStandard } from '@yikou/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A frozen, numbered edition of the 《政务服务事项标准化规范》 of one level (R32). */
@Entity('spec_books')
export class SpecBook {
  @PrimaryColumn('uuid') id: string;
  @Column('text') level: ItemStandard['level'];
  @Column('int') year: number;
  @Column('int') serial: number;
  @Column('text') district: string;
  @Column('text') issuer: string;
  @Column('date') frozenOn: string;
  @Column('text') contentHash: string;
  @Column('int') itemCount: number;
  @Column('uuid') compiledBy: string;
  @Column('timestamptz') compiledAt: Date;
}

@Entity('spec_book_items')
export class SpecBookItem {
  @PrimaryColumn('uuid') bookId: string;
  @PrimaryColumn('int') place: number;
  @Column('uuid') itemVersionId: string;
}

/** An edition printed in one format, made by the worker. */
@Entity('spec_book_files')
export class SpecBookFile {
  @PrimaryColumn('uuid') bookId: string;
  @PrimaryColumn('text') format: BookFormat;
  @Column('text') state: 'WAITING' | 'READY' | 'FAILED';
  @Column('int', { default: 0 }) tries: number;
  @Column('timestamptz', { nullable: true }) takenUntil: Date | null;
  @Column('text', { nullable: true }) storageKey: string | null;
  @Column('text', { nullable: true }) sha256: string | null;
  @Column('int', { nullable: true }) bytes: number | null;
}
