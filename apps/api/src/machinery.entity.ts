import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A POST's key with the answer it got, kept for 24 hours. */
@Entity('idempotency_keys')
export class IdempotencyKey {
  @PrimaryColumn('uuid') accountId: string;
  @PrimaryColumn('text') key: string;
  @Column('text') requestHash: string;
  @Column('json', { nullable: true }) response: unknown;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}

/** News waiting for their listeners, written in the transaction that made them true. */
@Entity('outbox')
export class OutboxMessage {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('text') topic: string;
  @Column('uuid') subjectId: string;
  @Column('jsonb') payload: Record<string, unknown>;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
  @Column('timestamptz', { default: () => "'-infinity'" }) tryAfter: Date;
  @Column('int', { default: 0 }) tries: number;
  @Column('text', { nullable: true }) lastError: string | null;
  @Column('timestamptz', { nullable: true }) handledAt: Date | null;
}
