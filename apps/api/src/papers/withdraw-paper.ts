import { Injectable } from '@nestjs/common';
import { maskNumbersIn, paperMayBeWithdrawn, type Actor } from '@yikou/domain';
import { Clock, noteChange, Transactions } from '@yikou/platform';
import type { PaperDto } from './paper.dto.js';
import { drawPaper, paperRow } from './paper.row.js';

/** Takes a paper back: its number stays used, and the public page says that it no longer holds. */
@Injectable()
export class WithdrawPaper {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `paper.unknown`, `paper.not_yours`, `paper.withdrawn_already` */
  run(id: string, reason: string, actor: Actor): Promise<PaperDto> {
    return this.transactions.run(async (tx) => {
      const { unitId, withdrawnAt, number } = await paperRow(tx, id, 'FOR UPDATE OF p');
      paperMayBeWithdrawn({ unitId, isWithdrawn: withdrawnAt !== null }, actor);
      const kept = maskNumbersIn(reason);
      await tx.query(
        `UPDATE papers SET withdrawn_at = $2, withdrawn_by_id = $3, withdrawal_reason = $4 WHERE id = $1`,
        [id, this.clock.now(), actor.accountId, kept],
      );
      noteChange(tx, { kind: 'paper', id, after: { number, withdrawn: true }, reason: kept });
      return drawPaper(await paperRow(tx, id), actor);
    });
  }
}
