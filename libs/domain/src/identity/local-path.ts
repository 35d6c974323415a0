const LONGEST = 500;
/** Browsers read a backslash as a slash, and drop control characters before they read the address. */
const UNSAFE = /[\\\p{Cc}\p{Cs}]/u;

/**
 * Where somebody is sent after signing in: a path of ours, never another site's address that a link
 * brought along (open redirect).
 *
 * @returns the path, or `/` where it was none
 */
export function onlyLocalPath(returnTo: string | undefined): string {
  if (returnTo === undefined || returnTo.length > LONGEST || UNSAFE.test(returnTo)) return '/';
  const [path = ''] = returnTo.split(/[?#]/);
  return path.startsWith('/') && !path.includes('//') ? returnTo : '/';
}
