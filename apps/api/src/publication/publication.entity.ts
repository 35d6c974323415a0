import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PostedChannel } from '@yikou/domain';

/** Which version of an item a centre or station has posted on a channel (R36). */
@Entity('publications')
export class Publication {
  @PrimaryColumn('uuid') unitId: string;
  @PrimaryColumn('uuid') itemId: string;
  @PrimaryColumn('text') channel: PostedChannel;
  @Column('uuid') itemVersionId: string;
  @Column('text') areaPath: string;
  /** Where in the hall, or in which account; empty where nobody said. */
  @Column('text') place: string;
  @Column('date') postedOn: string;
  @Column('timestamptz') recordedAt: Date;
  @Column('uuid') recordedById: string;
}
