import { Inject, Injectable } from '@nestjs/common';
import { identityError } from '@yikou/domain';
import { Clock, SETTINGS, type Settings } from '@yikou/platform';
import { Credentials, type KnownAccount } from './credentials.js';
import type { Device } from './device.js';
import { passwordMatches } from './password-hash.js';
import type { SignInDto } from './session.dto.js';
import type { OpenedSession } from './session-opener.js';
import { SignInAttempts, type SignInAttempt } from './sign-in-attempts.js';

@Injectable()
export class SignIn {
  constructor(
    private readonly attempts: SignInAttempts,
    private readonly credentials: Credentials,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * @throws DomainError `identity.credentials_wrong`, `identity.second_factor_required`,
   *   `identity.code_wrong`, `identity.locked`, `identity.demo_account_refused` (production)
   */
  async run(body: SignInDto, device: Device): Promise<OpenedSession> {
    const attempt = await this.attempts.begin(body.loginName);
    const account = await this.checkPassword(attempt, body.password);
    if (account.demo && this.settings.production) {
      throw identityError('identity.demo_account_refused');
    }
    if (account.enrolled && body.code === undefined) {
      await this.attempts.wasNoGuess(attempt);
      throw identityError('identity.second_factor_required');
    }
    return this.credentials.open(attempt, account, body, device);
  }

  private async checkPassword(attempt: SignInAttempt, password: string): Promise<KnownAccount> {
    const account = await this.credentials.of(attempt.loginName);
    const matches = await passwordMatches(account?.passwordHash, password);
    const over = account?.oneTimeUntil && account.oneTimeUntil <= this.clock.now();
    if (account && matches && !over) return account;
    await this.attempts.refused(attempt, 'PASSWORD', account?.id);
    throw identityError('identity.credentials_wrong');
  }
}
