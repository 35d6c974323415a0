import { Inject, Injectable } from '@nestjs/common';
import { identityError } from '@yikou/domain';
import { SETTINGS, type Settings } from '@yikou/platform';
import * as client from 'openid-client';

/** Longer than this nobody waits for the provider, in seconds. */
const PATIENCE = 5;
const CALLBACK = '/api/v1/oidc/callback';

/** What an attempt was begun with, and what must come back. */
export interface OidcChecks {
  state: string;
  nonce: string;
  /** Of PKCE: whoever steals the code on its way cannot use it. */
  verifier: string;
}

/** Whom the provider has recognised. */
export interface Recognised {
  issuer: string;
  subject: string;
  /** It asked for more than one factor (RFC 8176 `mfa`). */
  mfa: boolean;
}

/** An issuer is the same with and without the slash that addresses get so easily at their end. */
export function issuerName(issuer: string): string {
  return issuer.replace(/\/+$/, '');
}

/** The provider of sign-ins, where one is set. */
@Injectable()
export class OidcProvider {
  private found: Promise<client.Configuration> | undefined;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  get isOffered(): boolean {
    return this.settings.oidc !== undefined;
  }

  /** @throws DomainError `identity.oidc_not_offered` */
  get issuer(): string {
    return issuerName(this.own.issuer);
  }

  /** Where the browser is sent to sign in. */
  async addressFor({ state, nonce, verifier }: OidcChecks): Promise<string> {
    const address = client.buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: `${this.own.publicUrl}${CALLBACK}`,
      response_type: 'code',
      scope: 'openid',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    return address.href;
  }

  /**
   * Exchanges the code of a callback and checks the token that comes for it.
   *
   * @param query of the callback, as it came
   * @throws Error of openid-client where anything is not as it was begun
   */
  async recognise(query: string, { state, nonce, verifier }: OidcChecks): Promise<Recognised> {
    // Under the public address: behind a proxy the request itself tells another one.
    const callback = new URL(`${this.own.publicUrl}${CALLBACK}?${query}`);
    const tokens = await client.authorizationCodeGrant(await this.configuration(), callback, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('the provider sent no id token');
    const amr = Array.isArray(claims['amr']) ? (claims['amr'] as unknown[]) : [];
    return { issuer: issuerName(claims.iss), subject: claims.sub, mfa: amr.includes('mfa') };
  }

  private get own(): NonNullable<Settings['oidc']> {
    const { oidc } = this.settings;
    if (!oidc) throw identityError('identity.oidc_not_offered');
    return oidc;
  }

  /** Asked for once; a provider that was not there is asked again the next time. */
  private configuration(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.own;
    const server = new URL(issuer);
    const local = server.protocol === 'http:' ? [client.allowInsecureRequests] : [];
    this.found ??= client
      .discovery(server, clientId, undefined, client.ClientSecretBasic(clientSecret), {
        timeout: PATIENCE,
        // Also the signature of a token that came straight from the provider: `alg: none` passes nowhere.
        execute: [client.enableNonRepudiationChecks, ...local],
      })
      .catch((error: unknown) => {
        this.found = undefined;
        throw error;
      });
    return this.found;
  }
}
