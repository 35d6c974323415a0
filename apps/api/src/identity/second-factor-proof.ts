import { Injectable } from '@nestjs/common';
import { codeIsGoodOnce } from '@yikou/domain';
import { Clock, noteChange, type Tx } from '@yikou/platform';
import { AccountSecret } from './account.entity.js';
import { hashOfRecoveryCode, isRecoveryCode, stepOfCode } from './second-factor-codes.js';
import { SecondFactorSecrets } from './second-factor-secrets.js';

/** Takes the codes of the second factor, each of them once. */
@Injectable()
export class SecondFactorProof {
  constructor(
    private readonly secrets: SecondFactorSecrets,
    private readonly clock: Clock,
  ) {}

  /**
   * Whether the code is right; it is used up by that. Of two that send the same code at once one gets
   * it: the condition stands in the statement that takes it.
   */
  async take(tx: Tx, accountId: string, code: string): Promise<boolean> {
    return isRecoveryCode(code)
      ? this.takeRecoveryCode(tx, accountId, code)
      : this.takeStep(tx, accountId, code);
  }

  private async takeStep(tx: Tx, accountId: string, code: string): Promise<boolean> {
    const known = await tx.findOneBy(AccountSecret, { accountId });
    if (!known?.secondFactorSecret || !known.secondFactorConfirmedAt) return false;
    const secret = this.secrets.open(accountId, known.secondFactorSecret);
    const step = stepOfCode(code, secret, this.clock.now());
    if (step === undefined || !codeIsGoodOnce(step, known.secondFactorLastStep)) return false;
    const [taken]: unknown[][] = await tx.query(
      `UPDATE account_secrets SET second_factor_last_step = $2
       WHERE account_id = $1 AND second_factor_secret = $3
         AND (second_factor_last_step IS NULL OR second_factor_last_step < $2) RETURNING account_id`,
      [accountId, step, known.secondFactorSecret],
    );
    return taken?.length === 1;
  }

  private async takeRecoveryCode(tx: Tx, accountId: string, code: string): Promise<boolean> {
    const [taken]: { left: number }[][] = await tx.query(
      `UPDATE account_secrets SET recovery_code_hashes = array_remove(recovery_code_hashes, $2)
       WHERE account_id = $1 AND second_factor_confirmed_at IS NOT NULL AND $2 = ANY(recovery_code_hashes)
       RETURNING cardinality(recovery_code_hashes) AS left`,
      [accountId, hashOfRecoveryCode(accountId, code)],
    );
    const [row] = taken ?? [];
    if (!row) return false;
    noteChange(tx, { kind: 'account', id: accountId, after: { recoveryCodesLeft: row.left } });
    return true;
  }
}
