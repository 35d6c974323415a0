import { Injectable } from '@nestjs/common';
import { identityError } from '@yikou/domain';
import { Clock } from '@yikou/platform';
import { DescribeAccount } from './describe-account.js';
import type { AccountDto } from './session.dto.js';
import type { OpenedSession } from './session-opener.js';
import { SessionQueries } from './session.queries.js';
import { hashOfToken } from './tokens.js';

/** A session with whose it is, as SessionAnswer gives it out. */
export interface AnsweredSession extends OpenedSession {
  account: AccountDto;
}

/** Says of a session that was opened or renewed whose it is and what they may open. */
@Injectable()
export class DescribeSession {
  constructor(
    private readonly sessions: SessionQueries,
    private readonly describeAccount: DescribeAccount,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `identity.sign_in_required` where it ended meanwhile */
  async run(opened: OpenedSession): Promise<AnsweredSession> {
    const now = this.clock.now();
    const actor = await this.sessions.signedInWith(hashOfToken(opened.token), now);
    if (!actor) throw identityError('identity.sign_in_required');
    return { ...opened, account: await this.describeAccount.run(actor) };
  }
}
