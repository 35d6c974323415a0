import { Injectable } from '@nestjs/common';
import { catalogError, type Actor } from '@yikou/domain';
import { Clock, noteChange, Transactions } from '@yikou/platform';
import type { EntryExceptionDto, ExceptionState } from './entry.dto.js';
import { drawException, ExceptionQueries } from './exception.queries.js';

/** R44: the district's office approves or refuses; never the one who asked. */
@Injectable()
export class DecideException {
  constructor(
    private readonly transactions: Transactions,
    private readonly exceptions: ExceptionQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `catalog.exception_unknown`, `catalog.exception_needs_other_eyes`,
   *   `catalog.exception_decided_already`
   */
  run(
    id: string,
    state: Exclude<ExceptionState, 'REQUESTED'>,
    answer: string | undefined,
    actor: Actor,
  ): Promise<EntryExceptionDto> {
    return this.transactions.run(async (tx) => {
      const row = await this.exceptions.row(tx, id);
      if (row.requestedById === actor.accountId) {
        throw catalogError('catalog.exception_needs_other_eyes');
      }
      const [changed]: unknown[][] = await tx.query(
        `UPDATE entry_exceptions SET state = $2, answer = $3, decided_by_id = $4, decided_at = $5
         WHERE id = $1 AND state = 'REQUESTED' RETURNING id`,
        [id, state, answer ?? null, actor.accountId, this.clock.now()],
      );
      if (!changed?.length) throw catalogError('catalog.exception_decided_already');
      const before = { state: row.state };
      noteChange(tx, { kind: 'entry-exception', id, before, after: { state }, reason: answer });
      return drawException(await this.exceptions.row(tx, id), actor);
    });
  }
}
