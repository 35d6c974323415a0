import { Injectable } from '@nestjs/common';
import { identityError, LOCK_MINUTES } from '@yikou/domain';
import { BlindIndex, Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import { SIGN_IN } from './session.queries.js';

/** One that was counted. */
export interface SignInAttempt {
  /** As it was typed. */
  loginName: string;
  /** Its keyed hash, which is all that is stored: people type their password or a number there. */
  key: string;
  /** How many in a row this one makes. */
  failures: number;
}

/** Counts wrong passwords and codes by the name that was typed, whether there is such an account or not. */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly transactions: Transactions,
    private readonly index: BlindIndex,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts an attempt as wrong before the password is looked at: guesses sent at once cannot slip
   * through together, because the row lets one after the other pass.
   *
   * @throws DomainError `identity.locked`
   */
  async begin(loginName: string): Promise<SignInAttempt> {
    const key = this.index.of('loginName', loginName);
    const [counted]: { failures: number }[] = await this.transactions.as(SIGN_IN, (tx) =>
      tx.query(
        `INSERT INTO sign_in_failures AS f (login_name, failures, last_at, locked_until)
       VALUES ($1, 1, $2::timestamptz, $2::timestamptz + ($3::int[])[1] * interval '1 minute')
       ON CONFLICT (login_name) DO UPDATE SET failures = f.failures + 1, last_at = excluded.last_at,
         locked_until = excluded.last_at
           + ($3::int[])[least(f.failures + 1, cardinality($3::int[]))] * interval '1 minute'
       WHERE f.locked_until <= excluded.last_at
       RETURNING failures`,
        [key, this.clock.now(), LOCK_MINUTES],
      ),
    );
    if (!counted) throw identityError('identity.locked');
    return { loginName, key, failures: counted.failures };
  }

  /** Everything was right: what was counted before is forgotten. */
  async succeeded(tx: Tx, { key }: SignInAttempt): Promise<void> {
    await tx.query('DELETE FROM sign_in_failures WHERE login_name = $1', [key]);
  }

  /**
   * The password was right and no code was given: this attempt was no guess, but what was counted
   * before stays, or somebody with the password could try out codes for ever. An attempt that was
   * counted meanwhile stays as well, with its lock.
   */
  async wasNoGuess({ key, failures }: SignInAttempt): Promise<void> {
    await this.transactions.as(SIGN_IN, (tx) =>
      tx.query(
        `UPDATE sign_in_failures SET failures = failures - 1, locked_until = last_at
         WHERE login_name = $1 AND failures = $2`,
        [key, failures],
      ),
    );
  }

  /**
   * Leaves a trace of a refused attempt (等保 2.0 安全审计), for an unknown name as for a known one: both
   * take the same time. The name is not repeated, for people type their password in its place.
   */
  async refused(
    attempt: SignInAttempt,
    what: 'PASSWORD' | 'CODE',
    accountId?: string,
  ): Promise<void> {
    await this.transactions.as(SIGN_IN, async (tx) =>
      noteChange(tx, {
        kind: 'sign-in',
        id: accountId ?? 'unknown',
        after: { outcome: 'REFUSED', wrong: what, inARow: attempt.failures },
      }),
    );
  }
}
