import { Injectable } from '@nestjs/common';
import { identityError } from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';

/** Ends sessions of one account; their tokens open nothing from the next request on. */
@Injectable()
export class RevokeSessions {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `identity.session_unknown`, also for another account's */
  one(accountId: string, sessionId: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const ended = await this.endOne(tx, accountId, sessionId);
      if (!ended) throw identityError('identity.session_unknown');
    });
  }

  allBut(accountId: string, sessionId: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      await this.endAll(tx, accountId, sessionId);
    });
  }

  /** @returns whether there was one to end */
  async endOne(tx: Tx, accountId: string, sessionId: string): Promise<boolean> {
    return (await this.end(tx, 'account_id = $1 AND id = $3', [accountId, sessionId])) === 1;
  }

  /** @param exceptId a session that goes on */
  async endAll(tx: Tx, accountId: string, exceptId?: string): Promise<void> {
    await this.end(tx, 'account_id = $1 AND id IS DISTINCT FROM $3', [accountId, exceptId ?? null]);
  }

  private async end(
    tx: Tx,
    which: string,
    [accountId, id]: [string, string | null],
  ): Promise<number> {
    const [ended]: { id: string }[][] = await tx.query(
      `UPDATE sessions SET revoked_at = $2 WHERE revoked_at IS NULL AND ${which} RETURNING id`,
      [accountId, this.clock.now(), id],
    );
    for (const session of ended ?? []) {
      noteChange(tx, { kind: 'session', id: session.id, after: { accountId, ended: 'REVOKED' } });
    }
    return ended?.length ?? 0;
  }
}
