import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ExceptionState } from './entry.dto.js';

/** R44: why a hall does not offer what it should. */
@Entity('entry_exceptions')
export class EntryExceptionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') unitId: string;
  @Column('uuid') itemId: string;
  @Column('text') state: ExceptionState;
  @Column('text') reason: string;
  @Column('uuid') requestedById: string;
  @Column('timestamptz') requestedAt: Date;
  @Column('uuid', { nullable: true }) decidedById: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) answer: string | null;
}
