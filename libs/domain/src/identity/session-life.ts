const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** For how long an access token opens anything: a stolen one is soon worth nothing. */
export const ACCESS_MS = 15 * MINUTE;
/** After this time without any request the person signs in again (等保 2.0 身份鉴别: 超时自动退出). */
export const REFRESH_MS = 2 * HOUR;
/** A sign-in lasts one working day at the counter, however busy. */
export const SESSION_MS = 12 * HOUR;
/** Two tabs that renew at the same moment are no theft. */
export const REFRESH_GRACE_MS = 5 * SECOND;

/** @returns when the session that begins now is over, however often it is renewed */
export function sessionEnd(now: Date): Date {
  return new Date(now.getTime() + SESSION_MS);
}

/** @returns until when the tokens issued now hold; never beyond the session's own end */
export function tokenEnds(now: Date, endsAt: Date): { access: Date; refresh: Date } {
  const within = (ms: number) => new Date(Math.min(now.getTime() + ms, endsAt.getTime()));
  return { access: within(ACCESS_MS), refresh: within(REFRESH_MS) };
}

/** What is known of a refresh token that somebody presents. */
export interface PresentedRefresh {
  expiresAt: Date;
  usedAt: Date | null;
  sessionEndsAt: Date;
  sessionRevokedAt: Date | null;
  accountActive: boolean;
}

/**
 * A refresh token is good once. One that comes again has been copied, so whoever holds the session now
 * may be a thief: it ends for both. Within the grace nothing is given and nothing ended.
 */
export function refreshTokenIsGoodOnce(
  token: PresentedRefresh,
  now: Date,
): 'RENEWED' | 'IN_PROGRESS' | 'REUSED' | 'OVER' {
  if (token.sessionRevokedAt || !token.accountActive || token.sessionEndsAt <= now) return 'OVER';
  if (token.usedAt) {
    return now.getTime() - token.usedAt.getTime() <= REFRESH_GRACE_MS ? 'IN_PROGRESS' : 'REUSED';
  }
  return token.expiresAt > now ? 'RENEWED' : 'OVER';
}
