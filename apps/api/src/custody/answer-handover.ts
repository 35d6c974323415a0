import { Injectable } from '@nestjs/common';
import { custodyError, handoverMayBeAnswered, type Actor } from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import { CaseQueries } from '../workflow/index.js';
import type { CustodyDto } from './custody.dto.js';
import { CustodyQueries } from './custody.queries.js';
import { moveOriginals } from './write-handover.js';

interface Locked {
  caseId: string;
  fromUnitId: string;
  toUnitId: string | null;
  answered: boolean;
  originalIds: string[];
}

/** The receiver signs for originals, or sends them back with a reason. */
@Injectable()
export class AnswerHandover {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: CaseQueries,
    private readonly custody: CustodyQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `custody.handover_unknown`, `custody.not_the_receiver`, `custody.handover_answered` */
  accept(id: string, actor: Actor): Promise<CustodyDto> {
    return this.transactions.run(async (tx) => {
      const { caseId, originalIds } = await this.locked(tx, id, actor);
      await moveOriginals(tx, originalIds, 'HELD', actor.unitId);
      return this.answered(tx, { id, caseId, column: 'accepted_at', reason: null }, actor);
    });
  }

  /** @throws DomainError as {@link accept} */
  decline(id: string, reason: string, actor: Actor): Promise<CustodyDto> {
    return this.transactions.run(async (tx) => {
      const { caseId, originalIds, fromUnitId } = await this.locked(tx, id, actor);
      await moveOriginals(tx, originalIds, 'HELD', fromUnitId);
      return this.answered(tx, { id, caseId, column: 'declined_at', reason }, actor);
    });
  }

  private async locked(tx: Tx, id: string, actor: Actor): Promise<Locked> {
    const [found]: Locked[] = await tx.query(
      `SELECT h.case_id AS "caseId", h.from_unit_id AS "fromUnitId", h.to_unit_id AS "toUnitId",
         h.accepted_at IS NOT NULL OR h.declined_at IS NOT NULL AS answered,
         ARRAY(SELECT l.original_id FROM custody_handover_originals l WHERE l.handover_id = h.id) AS "originalIds"
       FROM custody_handovers h WHERE h.id = $1 FOR UPDATE OF h`,
      [id],
    );
    if (!found) throw custodyError('custody.handover_unknown');
    const { toUnitId, answered } = found;
    handoverMayBeAnswered({ toUnitId, isAnswered: answered }, actor);
    return found;
  }

  private async answered(
    tx: Tx,
    answer: {
      id: string;
      caseId: string;
      column: 'accepted_at' | 'declined_at';
      reason: string | null;
    },
    actor: Actor,
  ): Promise<CustodyDto> {
    const { id, caseId, column, reason } = answer;
    await tx.query(
      `UPDATE custody_handovers SET ${column} = $2, answered_by_id = $3, decline_reason = $4 WHERE id = $1`,
      [id, this.clock.now(), actor.accountId, reason],
    );
    const said = reason === null ? {} : { reason };
    noteChange(tx, { kind: 'custody', id, after: { caseId, answer: column }, ...said });
    return this.custody.draw(tx, await this.cases.row(caseId, actor, tx), actor);
  }
}
