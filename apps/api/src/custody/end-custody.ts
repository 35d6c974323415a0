import { Injectable } from '@nestjs/common';
import { custodyMayEnd, type Actor } from '@yikou/domain';
import { Clock, Transactions } from '@yikou/platform';
import { CaseQueries } from '../workflow/index.js';
import type { CustodyDto } from './custody.dto.js';
import { custodyCaseOf, CustodyQueries } from './custody.queries.js';
import { lockedOriginals, moveOriginals, writeHandover } from './write-handover.js';

const PURPOSES = { RETURNED: '退还申请人', ARCHIVED: '归档' };

/** The last link: back to the applicant, or into the archive. */
@Injectable()
export class EndCustody {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: CaseQueries,
    private readonly custody: CustodyQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `case.unknown`, `custody.counter_only`, `custody.not_in_hand`, `custody.case_is_open` */
  run(
    kind: 'RETURNED' | 'ARCHIVED',
    caseId: string,
    originalIds: readonly string[],
    actor: Actor,
  ): Promise<CustodyDto> {
    return this.transactions.run(async (tx) => {
      const row = await this.cases.row(caseId, actor, tx, 'FOR UPDATE OF c');
      const originals = await lockedOriginals(tx, caseId, originalIds);
      custodyMayEnd(kind, custodyCaseOf(row), originals, originalIds.length, actor);
      await moveOriginals(tx, originalIds, kind, actor.unitId);
      const now = this.clock.now();
      const handover = {
        ...{ caseId, kind, fromUnitId: actor.unitId, toUnitId: null, purpose: PURPOSES[kind] },
        ...{ handedAt: now, handedById: actor.accountId, acceptedAt: now },
      };
      await writeHandover(tx, handover, originalIds);
      return this.custody.draw(tx, row, actor);
    });
  }
}
