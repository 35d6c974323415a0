import { Column, Entity, PrimaryColumn } from 'typeorm';

/** R99: a centre's model was copied to another. */
@Entity('offering_clones')
export class OfferingClone {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') sourceUnitId: string;
  @Column('uuid') targetUnitId: string;
  @Column('int') offeringCount: number;
  /** Numbers of the counters that were set up with it. */
  @Column('int', { array: true }) counters: number[];
  @Column('uuid') byId: string;
  @Column('timestamptz') at: Date;
  @Column('timestamptz', { nullable: true }) undoneAt: Date | null;
}
