import type { Tx } from '@yikou/platform';
import { AccountSecret } from './account.entity.js';
import type { OneTimePassword } from './one-time-password.js';

/** The secrets of a new account: a one-time password and nothing else. */
export async function insertSecret(
  tx: Tx,
  accountId: string,
  password: OneTimePassword,
  now: Date,
): Promise<void> {
  await tx.insert(AccountSecret, {
    accountId,
    passwordHash: password.hash,
    passwordChangedAt: now,
    mustChangePassword: true,
    oneTimeUntil: password.until,
  });
}
