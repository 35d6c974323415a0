import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '@yikou/domain';

/** A person who signs in; belongs to one unit. */
@Entity('accounts')
export class Account {
  @PrimaryColumn('uuid') id: string;
  @Column('text') loginName: string;
  @Column('text') displayName: string;
  @Column('uuid') unitId: string;
  @Column('boolean', { default: false }) demo: boolean;
  @Column('boolean', { default: true }) active: boolean;
  @Column('int', { default: 1 }) version: number;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}

/** A role that an account holds for a time. Rows are ended, never removed. */
@Entity('role_grants')
export class RoleGrant {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('text') role: Role;
  @Column('timestamptz') validFrom: Date;
  /** The first instant at which it no longer holds. */
  @Column('timestamptz', { nullable: true }) validUntil: Date | null;
  @Column('uuid', { nullable: true }) grantedBy: string | null;
  @Column('timestamptz', { default: () => 'now()' }) grantedAt: Date;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
  @Column('uuid', { nullable: true }) revokedBy: string | null;
}

/** What an account proves itself with; apart, so that no list of accounts can bring it along. */
@Entity('account_secrets')
export class AccountSecret {
  @PrimaryColumn('uuid') accountId: string;
  @Column('text') passwordHash: string;
  @Column('timestamptz') passwordChangedAt: Date;
  @Column('boolean', { default: false }) mustChangePassword: boolean;
  /** The password was given out by an administrator and is worth nothing from then on. */
  @Column('timestamptz', { nullable: true }) oneTimeUntil: Date | null;
  /** Sealed; see SecondFactorSecrets. */
  @Column('text', { nullable: true }) secondFactorSecret: string | null;
  @Column('timestamptz', { nullable: true }) secondFactorConfirmedAt: Date | null;
  /** Step of RFC 6238 of the last code that was taken. */
  @Column('int', { nullable: true }) secondFactorLastStep: number | null;
  @Column('text', { array: true, default: () => "'{}'" }) recoveryCodeHashes: string[];
}

/** Somebody whom the provider of sign-ins knows under a name of its own. */
@Entity('external_identities')
export class ExternalIdentity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('text') issuer: string;
  @Column('text') subject: string;
  @Column('uuid') linkedBy: string;
  @Column('timestamptz') linkedAt: Date;
}
