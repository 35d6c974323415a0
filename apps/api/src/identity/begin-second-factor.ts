import { Injectable } from '@nestjs/common';
import { identityError } from '@yikou/domain';
import { noteChange, Transactions } from '@yikou/platform';
import type { SignedIn } from './actor.js';
import type { SecondFactorSetupDto } from './me.dto.js';
import { newSecondFactorSecret, secondFactorUri } from './second-factor-codes.js';
import { SecondFactorSecrets } from './second-factor-secrets.js';

/** Hands out a secret for an authenticator; it counts for nothing until a code of it has come. */
@Injectable()
export class BeginSecondFactor {
  constructor(
    private readonly transactions: Transactions,
    private readonly secrets: SecondFactorSecrets,
  ) {}

  /** @throws DomainError `identity.second_factor_on_already` */
  async run({ accountId, loginName }: SignedIn): Promise<SecondFactorSetupDto> {
    const secret = newSecondFactorSecret();
    const begin = this.transactions.run(
      async (tx) => {
        const [begun]: unknown[][] = await tx.query(
          `UPDATE account_secrets SET second_factor_secret = $2, second_factor_last_step = NULL
           WHERE account_id = $1 AND second_factor_confirmed_at IS NULL RETURNING account_id`,
          [accountId, this.secrets.seal(accountId, secret)],
        );
        if (begun?.length !== 1) throw identityError('identity.second_factor_on_already');
        noteChange(tx, { kind: 'account', id: accountId, after: { secondFactor: 'BEGUN' } });
      },
      { keep: false },
    );
    await begin;
    return { secret, uri: secondFactorUri(secret, loginName) };
  }
}
