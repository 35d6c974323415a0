import { Injectable } from '@nestjs/common';
import { identityError } from '@yikou/domain';
import { Transactions, type Tx } from '@yikou/platform';
import type { Device } from './device.js';
import { hashPassword, isOutdated } from './password-hash.js';
import { SecondFactorProof } from './second-factor-proof.js';
import type { SignInDto } from './session.dto.js';
import { SessionOpener, type OpenedSession } from './session-opener.js';
import { SIGN_IN } from './session.queries.js';
import { SignInAttempts, type SignInAttempt } from './sign-in-attempts.js';

/** What a sign-in is compared with. */
export interface KnownAccount {
  id: string;
  demo: boolean;
  passwordHash: string;
  oneTimeUntil: Date | null;
  /** Whether a code belongs to the password. */
  enrolled: boolean;
}

/** Finds what belongs to a name, and opens the session once everything was right. */
@Injectable()
export class Credentials {
  constructor(
    private readonly transactions: Transactions,
    private readonly attempts: SignInAttempts,
    private readonly proof: SecondFactorProof,
    private readonly opener: SessionOpener,
  ) {}

  async of(loginName: string): Promise<KnownAccount | undefined> {
    const [account]: KnownAccount[] = await this.transactions.readAs(SIGN_IN, (tx) =>
      tx.query(
        `SELECT a.id, a.demo, k.password_hash AS "passwordHash", k.one_time_until AS "oneTimeUntil",
           k.second_factor_confirmed_at IS NOT NULL AS enrolled
         FROM accounts a JOIN account_secrets k ON k.account_id = a.id WHERE a.login_name = $1 AND a.active`,
        [loginName],
      ),
    );
    return account;
  }

  /** @throws DomainError `identity.code_wrong`; `identity.credentials_wrong` where it was reset meanwhile */
  async open(
    attempt: SignInAttempt,
    account: KnownAccount,
    { password, code }: SignInDto,
    device: Device,
  ): Promise<OpenedSession> {
    const renewed = isOutdated(account.passwordHash) ? await hashPassword(password) : undefined;
    const opened = await this.transactions.as(SIGN_IN, async (tx) => {
      await stillHolds(tx, account);
      const proven = account.enrolled;
      if (proven && !(await this.proof.take(tx, account.id, code ?? ''))) return undefined;
      await this.attempts.succeeded(tx, attempt);
      if (renewed) await rehash(tx, account, renewed);
      return this.opener.open(tx, { accountId: account.id, way: 'PASSWORD', device, proven });
    });
    if (opened) return opened;
    await this.attempts.refused(attempt, 'CODE', account.id);
    throw identityError('identity.code_wrong');
  }
}

/** A password that is being reset waits here, or has just been: then it opens nothing any more. */
async function stillHolds(tx: Tx, { id, passwordHash }: KnownAccount): Promise<void> {
  const held: unknown[] = await tx.query(
    'SELECT 1 FROM account_secrets WHERE account_id = $1 AND password_hash = $2 FOR UPDATE',
    [id, passwordHash],
  );
  if (held.length === 0) throw identityError('identity.credentials_wrong');
}

async function rehash(tx: Tx, { id, passwordHash }: KnownAccount, renewed: string): Promise<void> {
  await tx.query(
    'UPDATE account_secrets SET password_hash = $3 WHERE account_id = $1 AND password_hash = $2',
    [id, passwordHash, renewed],
  );
}
