import { Injectable } from '@nestjs/common';
import { catalogError } from '@yikou/domain';
import { Clock, noteChange, Transactions } from '@yikou/platform';
import type { CloneDto } from './clone.dto.js';
import { CloneQueries } from './clone.queries.js';
import { lockOffers } from './offers-lock.js';

/** R99: takes a copied model out again, as long as nobody was served by it. */
@Injectable()
export class UndoClone {
  constructor(
    private readonly transactions: Transactions,
    private readonly clones: CloneQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `catalog.clone_unknown`, `catalog.clone_undone_already`, `catalog.clone_used`
   */
  run(id: string): Promise<CloneDto> {
    return this.transactions.run(async (tx) => {
      const { targetUnitId } = await this.clones.one(tx, id);
      await lockOffers(tx, targetUnitId);
      // Looked at again: whoever was just being served is seen now.
      const clone = await this.clones.one(tx, id, 'FOR UPDATE OF k');
      if (clone.settled === 'UNDONE') throw catalogError('catalog.clone_undone_already');
      if (clone.settled === 'USED') throw catalogError('catalog.clone_used');
      await tx.query('DELETE FROM offerings WHERE clone_id = $1', [id]);
      await tx.query('DELETE FROM counters WHERE unit_id = $1 AND number = ANY($2)', [
        targetUnitId,
        clone.counters,
      ]);
      await tx.query('UPDATE offering_clones SET undone_at = $2 WHERE id = $1', [
        id,
        this.clock.now(),
      ]);
      noteChange(tx, { kind: 'offering-clone', id, after: { undone: clone.offeringCount } });
      return this.clones.one(tx, id);
    });
  }
}
