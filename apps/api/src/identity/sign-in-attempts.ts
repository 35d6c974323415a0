import { Injectable } from '@nestjs/common';
import { identityError, LOCK_MINUTES } from '@yikou/domain';
import { Transactions } from '@yikou/platform';
import { SIGN_IN } from './session.queries.js';

/** Counts wrong passwords by the name that was typed, whether there is such an account or not. */
@Injectable()
export class SignInAttempts {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Counts an attempt as wrong before the password is looked at: guesses sent at once cannot slip
   * through together, because the row lets one after the other pass.
   *
   * @throws DomainError `identity.locked`
   */
  async begin(loginName: string, now: Date): Promise<void> {
    const counted: unknown[] = await this.transactions.as(SIGN_IN, (tx) =>
      tx.query(
        `INSERT INTO sign_in_failures AS f (login_name, failures, last_at, locked_until)
       VALUES ($1, 1, $2::timestamptz, $2::timestamptz + ($3::int[])[1] * interval '1 minute')
       ON CONFLICT (login_name) DO UPDATE SET failures = f.failures + 1, last_at = excluded.last_at,
         locked_until = excluded.last_at
           + ($3::int[])[least(f.failures + 1, cardinality($3::int[]))] * interval '1 minute'
       WHERE f.locked_until <= excluded.last_at
       RETURNING failures`,
        [loginName, now, LOCK_MINUTES],
      ),
    );
    if (counted.length === 0) throw identityError('identity.locked');
  }

  /** The password was right: what was counted before is forgotten. */
  async succeeded(loginName: string): Promise<void> {
    await this.transactions.as(SIGN_IN, (tx) =>
      tx.query('DELETE FROM sign_in_failures WHERE login_name = $1', [loginName]),
    );
  }
}
