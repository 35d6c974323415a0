import { Injectable } from '@nestjs/common';
import { intakeError, LOCK_MINUTES } from '@yikou/domain';
import { BlindIndex, Clock, FieldCipher, Transactions, type Tx } from '@yikou/platform';

/** Under which applicants' own questions are answered. */
export const PROGRESS = 'progress';

/** A number that was asked about, counted. */
export interface Asked {
  /** Its keyed hash, which is all that is stored: people type their identity number there. */
  key: string;
}

/** As long as a sealed identity number, and equal to none. */
const NOBODY = '000000000000000000';
const NOBODY_PLACE = 'nobody';

/**
 * Keeps the last digits of an identity number from being found out by trying (P7): every question counts
 * as wrong before it is looked at, for a number that does not exist as for one that does, and after a few
 * in a row the number rests.
 */
@Injectable()
export class GuardedTails {
  private readonly nobody: string;

  constructor(
    private readonly transactions: Transactions,
    private readonly index: BlindIndex,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {
    this.nobody = cipher.encrypt(NOBODY, NOBODY_PLACE);
  }

  /** @throws DomainError `intake.tails_locked` */
  async begin(number: string): Promise<Asked> {
    const key = this.index.of('askedNumber', number.toUpperCase());
    const [counted]: unknown[] = await this.transactions.as(PROGRESS, (tx) =>
      tx.query(
        `INSERT INTO tail_failures AS f (asked, failures, last_at, locked_until)
         VALUES ($1, 1, $2::timestamptz, $2::timestamptz + ($3::int[])[1] * interval '1 minute')
         ON CONFLICT (asked) DO UPDATE SET failures = f.failures + 1, last_at = excluded.last_at,
           locked_until = excluded.last_at
             + ($3::int[])[least(f.failures + 1, cardinality($3::int[]))] * interval '1 minute'
         WHERE f.locked_until <= excluded.last_at
         RETURNING failures`,
        [key, this.clock.now(), LOCK_MINUTES],
      ),
    );
    if (!counted) throw intakeError('intake.tails_locked');
    return { key };
  }

  /**
   * Whether the tail is that of the sealed number. Where there is nobody, the same work is done.
   *
   * @param sealed the number and its place, or nothing where the number asked about is unknown
   */
  holds(sealed: { value: string; place: string } | undefined, tail: string): boolean {
    const { value, place } = sealed ?? { value: this.nobody, place: NOBODY_PLACE };
    const number = this.cipher.decrypt(value, place);
    return number.endsWith(tail.toUpperCase()) && sealed !== undefined;
  }

  /** It was right: what was counted before is forgotten. */
  async forget({ key }: Asked): Promise<void> {
    await this.transactions.as(PROGRESS, (tx) =>
      tx.query('DELETE FROM tail_failures WHERE asked = $1', [key]),
    );
  }
}

/** What was counted before an instant and never again. */
export async function forgetTailsBefore(tx: Tx, before: Date): Promise<void> {
  await tx.query('DELETE FROM tail_failures WHERE last_at < $1', [before]);
}
