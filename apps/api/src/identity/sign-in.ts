import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { identityError } from '@yikou/domain';
import { Clock, SETTINGS, Transactions, type Settings } from '@yikou/platform';
import { Account, Session } from './account.entity.js';
import { SIGN_IN } from './session.queries.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { hashOfToken, newToken, SESSION_HOURS } from './tokens.js';

/** Compared against when the account is unknown, so that both answers take the same time. */
const NOBODY = hash('nobody');

export interface SignedIn {
  token: string;
  expiresAt: Date;
  accountId: string;
}

@Injectable()
export class SignIn {
  constructor(
    private readonly transactions: Transactions,
    private readonly attempts: SignInAttempts,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * @throws DomainError `identity.credentials_wrong`, `identity.locked`,
   *   `identity.demo_account_refused` (production)
   */
  async run(loginName: string, password: string): Promise<SignedIn> {
    await this.attempts.begin(loginName, this.clock.now());
    const account = await this.transactions.readAs(SIGN_IN, (tx) =>
      tx.findOneBy(Account, { loginName, active: true }),
    );
    const matches = await verify(account?.passwordHash ?? (await NOBODY), password);
    if (!account || !matches) throw identityError('identity.credentials_wrong');
    await this.attempts.succeeded(loginName);
    if (account.demo && this.settings.production) {
      throw identityError('identity.demo_account_refused');
    }
    return this.open(account.id);
  }

  private async open(accountId: string): Promise<SignedIn> {
    const now = this.clock.now();
    const token = newToken();
    const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
    await this.transactions.as(SIGN_IN, (tx) =>
      tx.insert(Session, {
        id: randomUUID(),
        accountId,
        tokenHash: hashOfToken(token),
        createdAt: now,
        expiresAt,
        revokedAt: null,
      }),
    );
    return { token, expiresAt, accountId };
  }
}
