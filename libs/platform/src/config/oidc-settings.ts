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
const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

/**
 * All of it or nothing: half a group would look as if it worked.
 *
 * @throws Error with one line naming the variables that are missing or wrong
 */
export function readOidcSettings(env: NodeJS.ProcessEnv): OidcSettings | undefined {
  const missing = NAMES.filter((name) => !env[name]);
  if (missing.length === NAMES.length) return undefined;
  if (missing.length > 0) {
    throw new Error(`${NAMES.join(', ')} belong together: ${missing.join(', ')} missing`);
  }
  return Object.freeze({
    issuer: address(env, 'OIDC_ISSUER'),
    clientId: env['OIDC_CLIENT_ID'] ?? '',
    clientSecret: env['OIDC_CLIENT_SECRET'] ?? '',
    publicUrl: address(env, 'YIKOU_PUBLIC_URL').replace(/\/+$/, ''),
  });
}

/** Tokens travel to the issuer and back, so it is asked by https; on this very machine http will do. */
function address(env: NodeJS.ProcessEnv, name: 'OIDC_ISSUER' | 'YIKOU_PUBLIC_URL'): string {
  const raw = env[name] ?? '';
  const url = URL.canParse(raw) ? new URL(raw) : undefined;
  const plain = url?.protocol === 'http:' && LOOPBACK.includes(url.hostname);
  if (url && (url.protocol === 'https:' || plain) && !url.search && !url.hash) return raw;
  throw new Error(`${name} must be an https:// address without a query, not "${raw}"`);
}
