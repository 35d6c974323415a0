import { Injectable } from '@nestjs/common';
import { identityError } from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import type { SignedIn } from './actor.js';
import { DescribeAccount } from './describe-account.js';
import { OwnProof } from './own-proof.js';
import type { AccountDto } from './session.dto.js';

/** Gives the code of the second factor in a session that was opened without it, such as by a provider. */
@Injectable()
export class ProveSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly proof: OwnProof,
    private readonly describeAccount: DescribeAccount,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `identity.second_factor_not_on`, `identity.code_not_accepted`, `identity.locked` */
  async run(code: string, actor: SignedIn): Promise<AccountDto> {
    const { secondFactor, sessionId } = actor;
    if (secondFactor !== 'ASKED') throw identityError('identity.second_factor_not_on');
    await this.proof.ofCode(actor, code);
    await this.transactions.run((tx) => markProven(tx, sessionId, this.clock.now()));
    return this.describeAccount.run({ ...actor, secondFactor: 'ON' });
  }
}

/** From here on the session counts as opened with both factors. */
export async function markProven(tx: Tx, sessionId: string, now: Date): Promise<void> {
  await tx.query('UPDATE sessions SET second_factor_at = $2 WHERE id = $1', [sessionId, now]);
  noteChange(tx, { kind: 'session', id: sessionId, after: { secondFactor: true } });
}
