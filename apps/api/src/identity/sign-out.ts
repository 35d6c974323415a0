import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@yikou/platform';

@Injectable()
export class SignOut {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async run(sessionId: string): Promise<void> {
    await this.transactions.run((tx) =>
      tx.query('UPDATE sessions SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL', [
        sessionId,
        this.clock.now(),
      ]),
    );
  }
}
