import { Injectable } from '@nestjs/common';
import { identityError } from '@yikou/domain';
import { Clock } from '@yikou/platform';
import { DescribeAccount } from './describe-account.js';
import type { SessionDto, SignInDto } from './identity.dto.js';
import { SessionQueries } from './session.queries.js';
import { SignIn } from './sign-in.js';
import { hashOfToken } from './tokens.js';

/** Signs in and says who that is and what they may open. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: SessionQueries,
    private readonly describeAccount: DescribeAccount,
    private readonly clock: Clock,
  ) {}

  async run({ loginName, password }: SignInDto): Promise<SessionDto> {
    const { token, expiresAt } = await this.signIn.run(loginName, password);
    const actor = await this.sessions.actorOf(hashOfToken(token), this.clock.now());
    if (!actor) throw identityError('identity.sign_in_required');
    return { token, expiresAt, account: await this.describeAccount.run(actor) };
  }
}
