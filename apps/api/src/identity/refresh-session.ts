import { Injectable } from '@nestjs/common';
import { identityError, refreshTokenIsGoodOnce, type PresentedRefresh } from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import { DescribeSession, type AnsweredSession } from './describe-session.js';
import { SessionOpener, type OpenedSession } from './session-opener.js';
import { SIGN_IN } from './session.queries.js';
import { hashOfToken } from './tokens.js';

interface PresentedRow extends PresentedRefresh {
  sessionId: string;
}

type Outcome = OpenedSession | 'IN_PROGRESS' | 'OVER';

/** Exchanges a refresh token for new tokens. */
@Injectable()
export class RefreshSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly opener: SessionOpener,
    private readonly describeSession: DescribeSession,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `identity.sign_in_required`, `identity.refresh_in_progress` */
  async run(refreshToken: string | undefined): Promise<AnsweredSession> {
    if (!refreshToken) throw identityError('identity.sign_in_required');
    const hash = hashOfToken(refreshToken);
    // Nothing is thrown inside: the end of a copied session must commit.
    const outcome = await this.transactions.as(SIGN_IN, (tx) => this.settle(tx, hash));
    if (outcome === 'IN_PROGRESS') throw identityError('identity.refresh_in_progress');
    if (outcome === 'OVER') throw identityError('identity.sign_in_required');
    return this.describeSession.run(outcome);
  }

  private async settle(tx: Tx, hash: string): Promise<Outcome> {
    const now = this.clock.now();
    const presented = await lockPresented(tx, hash);
    if (!presented) return 'OVER';
    const verdict = refreshTokenIsGoodOnce(presented, now);
    if (verdict === 'REUSED') return this.endCopied(tx, presented.sessionId, now);
    if (verdict !== 'RENEWED') return verdict;
    await tx.query('UPDATE refresh_tokens SET used_at = $2 WHERE token_hash = $1', [hash, now]);
    return this.opener.renew(tx, { id: presented.sessionId, endsAt: presented.sessionEndsAt });
  }

  private async endCopied(tx: Tx, id: string, now: Date): Promise<Outcome> {
    await tx.query('UPDATE sessions SET revoked_at = $2 WHERE id = $1', [id, now]);
    noteChange(tx, { kind: 'session', id, after: { ended: 'REFRESH_TOKEN_REUSED' } });
    return 'OVER';
  }
}

/** Whoever comes second with the same token waits here, and then sees that it has been used. */
async function lockPresented(tx: Tx, hash: string): Promise<PresentedRow | undefined> {
  const [row]: PresentedRow[] = await tx.query(
    `SELECT t.session_id AS "sessionId", t.expires_at AS "expiresAt", t.used_at AS "usedAt",
       s.ends_at AS "sessionEndsAt", s.revoked_at AS "sessionRevokedAt", a.active AS "accountActive"
     FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id JOIN accounts a ON a.id = s.account_id
     WHERE t.token_hash = $1 FOR UPDATE OF t, s`,
    [hash],
  );
  return row;
}
