/** What people outside read on our public pages and papers. */
export interface PublicSettings {
  /** Under which address browsers reach us, without a slash at its end; undefined for the one they used. */
  url: string | undefined;
  /** Whom anybody may call when something is wrong. */
  supervisionTelephone: string;
}

/** The hotline that every Chinese city has for its government. */
const HOTLINE = '12345';
const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

/** @throws Error with one line naming the variable that is wrong */
export function readPublicSettings(env: NodeJS.ProcessEnv): PublicSettings {
  const supervisionTelephone = env['YIKOU_SUPERVISION_PHONE'] || HOTLINE;
  if (!/^[\d +()-]{3,30}$/.test(supervisionTelephone)) {
    throw new Error(
      `YIKOU_SUPERVISION_PHONE must be a telephone number, not "${supervisionTelephone}"`,
    );
  }
  const url = env['YIKOU_PUBLIC_URL'];
  return Object.freeze({
    url: url ? addressIn(env, 'YIKOU_PUBLIC_URL').replace(/\/+$/, '') : undefined,
    supervisionTelephone,
  });
}

/**
 * An https address; on this very machine http will do.
 *
 * @throws Error with one line naming the variable
 */
export function addressIn(env: NodeJS.ProcessEnv, name: string): string {
  const raw = env[name] ?? '';
  const url = URL.canParse(raw) ? new URL(raw) : undefined;
  const plain = url?.protocol === 'http:' && LOOPBACK.includes(url.hostname);
  if (url && (url.protocol === 'https:' || plain) && !url.search && !url.hash) return raw;
  throw new Error(`${name} must be an https:// address without a query, not "${raw}"`);
}
