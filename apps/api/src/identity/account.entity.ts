import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '@yikou/domain';

/** A person who signs in; belongs to one unit. */
@Entity('accounts')
export class Account {
  @PrimaryColumn('uuid') id: string;
  @Column('text') loginName: string;
  @Column('text') displayName: string;
  @Column('text') passwordHash: string;
  @Column('uuid') unitId: string;
  @Column('text', { array: true }) roles: Role[];
  @Column('boolean', { default: false }) demo: boolean;
  @Column('boolean', { default: true }) active: boolean;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}

/** A sign-in. Only the hash of its token is kept. */
@Entity('sessions')
export class Session {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('text') tokenHash: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
}

/** Wrong passwords in a row for a name that was typed. */
@Entity('sign_in_failures')
export class SignInFailure {
  @PrimaryColumn('text') loginName: string;
  @Column('int') failures: number;
  @Column('timestamptz') lastAt: Date;
  @Column('timestamptz') lockedUntil: Date;
}
