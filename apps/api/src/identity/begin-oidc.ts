import { Injectable, Logger } from '@nestjs/common';
import { identityError, onlyLocalPath } from '@yikou/domain';
import { Clock, Transactions } from '@yikou/platform';
import { OidcProvider } from './oidc-provider.js';
import { WALK_MS, type Walk } from './oidc-walk.js';
import { OidcAttempt } from './session.entity.js';
import { SIGN_IN } from './session.queries.js';
import { hashOfToken, newToken } from './tokens.js';

/** Sends a browser to the provider. */
@Injectable()
export class BeginOidc {
  private readonly logger = new Logger(BeginOidc.name);

  constructor(
    private readonly transactions: Transactions,
    private readonly provider: OidcProvider,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `identity.oidc_not_offered` */
  async run(returnTo: string | undefined): Promise<Walk> {
    if (!this.provider.isOffered) throw identityError('identity.oidc_not_offered');
    const checks = { state: newToken(), nonce: newToken(), verifier: newToken() };
    const browser = newToken();
    try {
      const url = await this.provider.addressFor(checks);
      await this.keep({
        stateHash: hashOfToken(checks.state),
        browserHash: hashOfToken(browser),
        verifier: checks.verifier,
        nonce: checks.nonce,
        returnTo: onlyLocalPath(returnTo),
      });
      return { url, browser };
    } catch (error) {
      this.logger.warn(`the provider does not answer: ${String(error)}`);
      return { url: signInPage('identity.oidc_unavailable') };
    }
  }

  private async keep(attempt: Omit<OidcAttempt, 'expiresAt'>): Promise<void> {
    const now = this.clock.now();
    await this.transactions.as(SIGN_IN, async (tx) => {
      await tx.query('DELETE FROM oidc_attempts WHERE expires_at <= $1', [now]);
      await tx.insert(OidcAttempt, { ...attempt, expiresAt: new Date(now.getTime() + WALK_MS) });
    });
  }
}

/** The page for signing in, with the reason why it is shown again. */
export function signInPage(error: `identity.${string}`): string {
  return `/sign-in?error=${error}`;
}
