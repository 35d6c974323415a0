import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ServicePromise } from '@yikou/domain';

/** R76: one version of what a centre promises; never changed once it is published. */
@Entity('service_promises')
export class ServicePromises {
  @PrimaryColumn('uuid') unitId: string;
  @PrimaryColumn('int') number: number;
  @Column('date') effectiveFrom: string;
  @Column('jsonb') promises: ServicePromise[];
  @Column('timestamptz') publishedAt: Date;
  @Column('uuid') publishedById: string;
}
