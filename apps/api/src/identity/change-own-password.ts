import { Injectable } from '@nestjs/common';
import { identityError } from '@yikou/domain';
import { Clock, noteChange, Transactions } from '@yikou/platform';
import { AccountSecret } from './account.entity.js';
import type { SignedIn } from './actor.js';
import type { ChangePasswordDto } from './me.dto.js';
import { refuseBadPassword } from './new-password.js';
import { OwnProof } from './own-proof.js';
import { hashPassword } from './password-hash.js';
import { RevokeSessions } from './revoke-sessions.js';

@Injectable()
export class ChangeOwnPassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly proof: OwnProof,
    private readonly sessions: RevokeSessions,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends every other session: whoever changes a password may do so because somebody else knows it.
   *
   * @throws DomainError `identity.password_wrong`, `identity.password_refused`, `identity.locked`
   */
  async run({ currentPassword, newPassword }: ChangePasswordDto, actor: SignedIn): Promise<void> {
    const { accountId } = actor;
    const known = await this.proof.ofPassword(actor, currentPassword);
    refuseBadPassword(newPassword, { ...actor, last: currentPassword });
    const passwordHash = await hashPassword(newPassword);
    await this.transactions.run(async (tx) => {
      const { affected } = await tx.update(
        AccountSecret,
        { accountId, passwordHash: known },
        {
          passwordHash,
          passwordChangedAt: this.clock.now(),
          mustChangePassword: false,
          oneTimeUntil: null,
        },
      );
      // Changed or reset meanwhile: what was given as the present password is none any more.
      if (affected === 0) throw identityError('identity.password_wrong');
      await this.sessions.endAll(tx, accountId, actor.sessionId);
      noteChange(tx, { kind: 'account', id: accountId, after: { password: 'CHANGED' } });
    });
  }
}
