import { Injectable } from '@nestjs/common';
import { identityError } from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import { AccountSecret } from './account.entity.js';
import type { SignedIn } from './actor.js';
import type { RecoveryCodesDto } from './me.dto.js';
import { hashOfRecoveryCode, newRecoveryCodes, stepOfCode } from './second-factor-codes.js';
import { SecondFactorSecrets } from './second-factor-secrets.js';
import { markProven } from './prove-session.js';

/** The first code shows that the secret has arrived in the authenticator: from here on it is asked for. */
@Injectable()
export class ConfirmSecondFactor {
  constructor(
    private readonly transactions: Transactions,
    private readonly secrets: SecondFactorSecrets,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `identity.second_factor_not_begun`, `identity.second_factor_on_already`,
   *   `identity.code_not_accepted`
   */
  run(code: string, actor: SignedIn): Promise<RecoveryCodesDto> {
    const { accountId, sessionId } = actor;
    const recoveryCodes = newRecoveryCodes();
    return this.transactions.run(
      async (tx) => {
        const secret = await pendingSecret(tx, accountId);
        const now = this.clock.now();
        const step = stepOfCode(code, this.secrets.open(accountId, secret), now);
        if (step === undefined) throw identityError('identity.code_not_accepted');
        await tx.update(AccountSecret, accountId, {
          secondFactorConfirmedAt: now,
          secondFactorLastStep: step,
          recoveryCodeHashes: recoveryCodes.map((one) => hashOfRecoveryCode(accountId, one)),
        });
        await markProven(tx, sessionId, now);
        noteChange(tx, { kind: 'account', id: accountId, after: { secondFactor: 'ON' } });
        return { recoveryCodes };
      },
      // Stored as an answer the codes would stand in the database in clear.
      { keep: false },
    );
  }
}

async function pendingSecret(tx: Tx, accountId: string): Promise<string> {
  const [known]: { secret: string | null; confirmed: boolean }[] = await tx.query(
    `SELECT second_factor_secret AS secret, second_factor_confirmed_at IS NOT NULL AS confirmed
     FROM account_secrets WHERE account_id = $1 FOR UPDATE`,
    [accountId],
  );
  if (known?.confirmed) throw identityError('identity.second_factor_on_already');
  if (!known?.secret) throw identityError('identity.second_factor_not_begun');
  return known.secret;
}
