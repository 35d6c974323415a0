import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReadinessCheck, ReadinessPoint } from '@yikou/domain';

/** R49: one thing that a dedicated network asks for, as somebody found it. */
@Entity('readiness_checks')
export class ReadinessCheckRow {
  @PrimaryColumn('uuid') unitId: string;
  @PrimaryColumn('uuid') itemId: string;
  @PrimaryColumn('text') point: ReadinessPoint;
  @Column('text') state: ReadinessCheck['state'];
  @Column('text', { default: '' }) note: string;
  @Column('uuid') checkedById: string;
  @Column('timestamptz') checkedAt: Date;
}
