import { createHash, randomBytes } from 'node:crypto';

export const SESSION_COOKIE = 'yikou_session';
/** A sign-in lasts one working day at the counter. */
export const SESSION_HOURS = 12;

/** 256 random bits; only their hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
