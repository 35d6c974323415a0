import { Injectable } from '@nestjs/common';
import { identityError } from '@yikou/domain';
import { Transactions, type Tx } from '@yikou/platform';
import { AccountSecret } from './account.entity.js';
import type { SignedIn } from './actor.js';
import { passwordMatches } from './password-hash.js';
import { SecondFactorProof } from './second-factor-proof.js';
import { SIGN_IN } from './session.queries.js';
import { SignInAttempts } from './sign-in-attempts.js';

/**
 * Asks somebody who is signed in once more for what they proved themselves with. Wrong answers count
 * like those at the sign-in, or an unattended desk would be a place to guess in peace.
 */
@Injectable()
export class OwnProof {
  constructor(
    private readonly transactions: Transactions,
    private readonly attempts: SignInAttempts,
    private readonly proof: SecondFactorProof,
  ) {}

  /**
   * @returns the hash that the password belongs to
   * @throws DomainError `identity.password_wrong`, `identity.locked`
   */
  async ofPassword({ accountId, loginName }: SignedIn, password: string): Promise<string> {
    const attempt = await this.attempts.begin(loginName);
    const secret = await this.transactions.readAs(SIGN_IN, (tx) =>
      tx.findOneBy(AccountSecret, { accountId }),
    );
    if (!secret || !(await passwordMatches(secret.passwordHash, password))) {
      await this.attempts.refused(attempt, 'PASSWORD', accountId);
      throw identityError('identity.password_wrong');
    }
    await this.transactions.as(SIGN_IN, (tx) => this.attempts.succeeded(tx, attempt));
    return secret.passwordHash;
  }

  /**
   * Uses the code up.
   *
   * @throws DomainError `identity.code_not_accepted`, `identity.locked`
   */
  async ofCode({ accountId, loginName }: SignedIn, code: string): Promise<void> {
    const attempt = await this.attempts.begin(loginName);
    const taken = await this.transactions.as(SIGN_IN, async (tx: Tx) => {
      if (!(await this.proof.take(tx, accountId, code))) return false;
      await this.attempts.succeeded(tx, attempt);
      return true;
    });
    if (taken) return;
    await this.attempts.refused(attempt, 'CODE', accountId);
    throw identityError('identity.code_not_accepted');
  }
}
