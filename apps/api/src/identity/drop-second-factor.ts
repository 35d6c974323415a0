import { Injectable } from '@nestjs/common';
import { identityError, mayDropSecondFactor } from '@yikou/domain';
import { noteChange, Transactions, type Tx } from '@yikou/platform';
import { AccountSecret } from './account.entity.js';
import type { SignedIn } from './actor.js';
import { OwnProof } from './own-proof.js';

@Injectable()
export class DropSecondFactor {
  constructor(
    private readonly transactions: Transactions,
    private readonly proof: OwnProof,
  ) {}

  /**
   * @throws DomainError `identity.second_factor_compulsory`, `identity.second_factor_not_on`,
   *   `identity.code_not_accepted`, `identity.locked`
   */
  async run(code: string, actor: SignedIn): Promise<void> {
    if (!mayDropSecondFactor(actor)) throw identityError('identity.second_factor_compulsory');
    if (actor.secondFactor !== 'ON') throw identityError('identity.second_factor_not_on');
    await this.proof.ofCode(actor, code);
    await this.transactions.run((tx) => forgetSecondFactor(tx, actor.accountId, 'DROPPED'));
  }
}

/** Nothing of the second factor stays, neither the secret nor a recovery code. */
export async function forgetSecondFactor(
  tx: Tx,
  accountId: string,
  secondFactor: 'DROPPED' | 'RESET',
): Promise<void> {
  await tx.update(AccountSecret, accountId, {
    secondFactorSecret: null,
    secondFactorConfirmedAt: null,
    secondFactorLastStep: null,
    recoveryCodeHashes: [],
  });
  noteChange(tx, { kind: 'account', id: accountId, after: { secondFactor } });
}
