import { randomInt } from 'node:crypto';
import { ONE_TIME_PASSWORD_DAYS } from '@yikou/domain';
import { hashPassword } from './password-hash.js';

/** Read out over a telephone, so nothing that looks like something else. */
const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';
const LENGTH = 16;

export interface OneTimePassword {
  /** For the eyes of whoever asked, once. */
  clear: string;
  hash: string;
  until: Date;
}

/** A password that opens nothing but the change to an own one. */
export async function newOneTimePassword(now: Date): Promise<OneTimePassword> {
  const clear = Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  const until = new Date(now.getTime() + ONE_TIME_PASSWORD_DAYS * 86_400_000);
  return { clear, hash: await hashPassword(clear), until };
}
