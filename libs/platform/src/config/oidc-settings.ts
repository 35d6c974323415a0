import { addressIn } from './public-settings.js';

/** Where people may sign in instead of here (OpenID Connect). */
export interface OidcSettings {
  /** The provider's own address, as it stands in its tokens. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Under which address browsers reach us, without a slash at its end. */
  publicUrl: string;
}

const NAMES = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'YIKOU_PUBLIC_URL'] as const;

/**
 * All of it or nothing: half a group would look as if it worked. The public address alone is none of it.
 *
 * @throws Error with one line naming the variables that are missing or wrong
 */
export function readOidcSettings(env: NodeJS.ProcessEnv): OidcSettings | undefined {
  const missing = NAMES.filter((name) => !env[name]);
  // The public address by itself stands on guides and posters.
  if (NAMES.every((name) => name === 'YIKOU_PUBLIC_URL' || missing.includes(name)))
    return undefined;
  if (missing.length > 0) {
    throw new Error(`${NAMES.join(', ')} belong together: ${missing.join(', ')} missing`);
  }
  return Object.freeze({
    // Tokens travel to the issuer and back.
    issuer: addressIn(env, 'OIDC_ISSUER'),
    clientId: env['OIDC_CLIENT_ID'] ?? '',
    clientSecret: env['OIDC_CLIENT_SECRET'] ?? '',
    publicUrl: addressIn(env, 'YIKOU_PUBLIC_URL').replace(/\/+$/, ''),
  });
}
