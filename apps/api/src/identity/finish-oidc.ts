import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock, noteChange, SETTINGS, Transactions, type Settings, type Tx } from '@yikou/platform';
import { signInPage } from './begin-oidc.js';
import type { Device } from './device.js';
import { OidcProvider, type OidcChecks, type Recognised } from './oidc-provider.js';
import type { OidcCallback, Walk } from './oidc-walk.js';
import { SessionOpener } from './session-opener.js';
import { SIGN_IN } from './session.queries.js';
import { hashOfToken } from './tokens.js';

interface Begun extends OidcChecks {
  returnTo: string;
}

/** Takes back a browser that comes from the provider. */
@Injectable()
export class FinishOidc {
  private readonly logger = new Logger(FinishOidc.name);

  constructor(
    private readonly transactions: Transactions,
    private readonly provider: OidcProvider,
    private readonly opener: SessionOpener,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Whatever goes wrong is said on the sign-in page: nobody but a browser comes here. */
  async run(callback: OidcCallback, device: Device): Promise<Walk> {
    const begun = await this.takeAttempt(callback);
    if (!begun) return { url: signInPage('identity.oidc_failed') };
    try {
      const recognised = await this.provider.recognise(callback.query, begun);
      return await this.open(recognised, begun.returnTo, device);
    } catch (error) {
      this.logger.warn(`the provider’s answer was refused: ${String(error)}`);
      return { url: signInPage('identity.oidc_failed') };
    }
  }

  /** Each attempt is good once, and only for the browser that began it. */
  private async takeAttempt({ query, browser }: OidcCallback): Promise<Begun | undefined> {
    const state = new URLSearchParams(query).get('state');
    if (!state || !browser) return undefined;
    const [taken]: Omit<Begun, 'state'>[][] = await this.transactions.as(SIGN_IN, (tx) =>
      tx.query(
        `DELETE FROM oidc_attempts WHERE state_hash = $1 AND browser_hash = $2 AND expires_at > $3
         RETURNING verifier, nonce, return_to AS "returnTo"`,
        [hashOfToken(state), hashOfToken(browser), this.clock.now()],
      ),
    );
    const [begun] = taken ?? [];
    return begun && { ...begun, state };
  }

  private open(recognised: Recognised, returnTo: string, device: Device): Promise<Walk> {
    return this.transactions.as(SIGN_IN, async (tx) => {
      const account = await linkedAccount(tx, recognised);
      if (!account) {
        noteChange(tx, { kind: 'sign-in', id: 'unknown', after: { outcome: 'REFUSED' } });
        return { url: signInPage('identity.oidc_unknown') };
      }
      if (account.demo && this.settings.production) {
        return { url: signInPage('identity.demo_account_refused') };
      }
      // Without it the guard asks for the code in this session before anything else.
      const proven = recognised.mfa;
      const opening = { accountId: account.id, way: 'OIDC', device, proven } as const;
      return { url: returnTo, session: await this.opener.open(tx, opening) };
    });
  }
}

async function linkedAccount(
  tx: Tx,
  { issuer, subject }: Recognised,
): Promise<{ id: string; demo: boolean } | undefined> {
  const [account]: { id: string; demo: boolean }[] = await tx.query(
    `SELECT a.id, a.demo FROM external_identities e JOIN accounts a ON a.id = e.account_id AND a.active
     WHERE e.issuer = $1 AND e.subject = $2`,
    [issuer, subject],
  );
  return account;
}
