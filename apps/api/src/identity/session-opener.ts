import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sessionEnd, tokenEnds } from '@yikou/domain';
import { Clock, noteChange, type Tx } from '@yikou/platform';
import type { Device } from './device.js';
import { RefreshToken, Session } from './session.entity.js';
import { hashOfToken, newToken } from './tokens.js';

/** A session with its tokens in clear: only whoever opened it ever sees them. */
export interface OpenedSession {
  token: string;
  expiresAt: Date;
  refreshToken: string;
  refreshExpiresAt: Date;
  endsAt: Date;
}

export interface Opening {
  accountId: string;
  way: Session['way'];
  device: Device;
  /** Whether the second factor was given. */
  proven: boolean;
}

/** Opens sessions and renews their tokens; always a new one, whatever token a caller brought along. */
@Injectable()
export class SessionOpener {
  constructor(private readonly clock: Clock) {}

  async open(tx: Tx, { accountId, way, device, proven }: Opening): Promise<OpenedSession> {
    const now = this.clock.now();
    const id = randomUUID();
    const tokens = newTokens(now, sessionEnd(now));
    await tx.insert(Session, {
      id,
      accountId,
      tokenHash: hashOfToken(tokens.token),
      tokenExpiresAt: tokens.expiresAt,
      createdAt: now,
      endsAt: tokens.endsAt,
      refreshedAt: now,
      way,
      secondFactorAt: proven ? now : null,
      address: device.address,
      device: device.name,
      revokedAt: null,
    });
    await this.keepRefreshToken(tx, id, tokens);
    noteChange(tx, { kind: 'session', id, after: { accountId, way, secondFactor: proven } });
    return tokens;
  }

  /** New tokens in place of the old ones, which open nothing from here on. */
  async renew(tx: Tx, session: Pick<Session, 'id' | 'endsAt'>): Promise<OpenedSession> {
    const now = this.clock.now();
    const tokens = newTokens(now, session.endsAt);
    await tx.query(
      'UPDATE sessions SET token_hash = $2, token_expires_at = $3, refreshed_at = $4 WHERE id = $1',
      [session.id, hashOfToken(tokens.token), tokens.expiresAt, now],
    );
    await this.keepRefreshToken(tx, session.id, tokens);
    return tokens;
  }

  private async keepRefreshToken(tx: Tx, sessionId: string, tokens: OpenedSession): Promise<void> {
    await tx.insert(RefreshToken, {
      tokenHash: hashOfToken(tokens.refreshToken),
      sessionId,
      issuedAt: this.clock.now(),
      expiresAt: tokens.refreshExpiresAt,
      usedAt: null,
    });
  }
}

function newTokens(now: Date, endsAt: Date): OpenedSession {
  const ends = tokenEnds(now, endsAt);
  return {
    token: newToken(),
    expiresAt: ends.access,
    refreshToken: newToken(),
    refreshExpiresAt: ends.refresh,
    endsAt,
  };
}
