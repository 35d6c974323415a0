import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sign-in. Of its access token only the hash is kept; renewing replaces it. */
@Entity('sessions')
export class Session {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('text') tokenHash: string;
  @Column('timestamptz') tokenExpiresAt: Date;
  @Column('timestamptz') createdAt: Date;
  /** Until here it may be renewed. */
  @Column('timestamptz') endsAt: Date;
  @Column('timestamptz') refreshedAt: Date;
  @Column('text') way: 'PASSWORD' | 'OIDC';
  /** When the second factor was given in it. */
  @Column('timestamptz', { nullable: true }) secondFactorAt: Date | null;
  @Column('text', { nullable: true }) address: string | null;
  @Column('text') device: string;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
}

/** Used ones stay until the session is forgotten: one that comes again has been copied. */
@Entity('refresh_tokens')
export class RefreshToken {
  @PrimaryColumn('text') tokenHash: string;
  @Column('uuid') sessionId: string;
  @Column('timestamptz') issuedAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
}

/** Wrong passwords in a row for a name that was typed. */
@Entity('sign_in_failures')
export class SignInFailure {
  @PrimaryColumn('text') loginName: string;
  @Column('int') failures: number;
  @Column('timestamptz') lastAt: Date;
  @Column('timestamptz') lockedUntil: Date;
}

/** A walk to the provider and back that has begun; taken out when somebody comes back with its state. */
@Entity('oidc_attempts')
export class OidcAttempt {
  @PrimaryColumn('text') stateHash: string;
  /** Of the cookie of the browser that set out: nobody else may come back in its place. */
  @Column('text') browserHash: string;
  @Column('text') verifier: string;
  @Column('text') nonce: string;
  @Column('text') returnTo: string;
  @Column('timestamptz') expiresAt: Date;
}
