import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  followerMayBeNamed,
  followerWorksAtTheHall,
  maskNumbersIn,
  progressIsToldByTheFollower,
  type Actor,
  type TrackingFacts,
} from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import { CaseQueries } from '../workflow/index.js';
import type { TrackingDto } from './agent.dto.js';
import { ProgressMessage } from './tracking.entity.js';
import { TrackingQueries } from './tracking.queries.js';

/** A named colleague follows a case throughout and tells the applicant how it stands (R70). */
@Injectable()
export class TrackCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: CaseQueries,
    private readonly tracking: TrackingQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `case.unknown` */
  read(caseId: string, actor: Actor): Promise<TrackingDto> {
    return this.transactions.read(async (tx) =>
      this.tracking.of(tx, await this.factsOf(tx, caseId, actor), caseId, actor),
    );
  }

  /**
   * @throws DomainError `intake.tracking_not_yours`, `intake.tracking_over`, `intake.follower_elsewhere`
   */
  name(caseId: string, accountId: string, actor: Actor): Promise<TrackingDto> {
    return this.transactions.run(async (tx) => {
      const facts = await this.factsOf(tx, caseId, actor, 'FOR UPDATE OF c');
      followerMayBeNamed(facts, actor);
      const colleague = await this.tracking.colleague(tx, accountId);
      followerWorksAtTheHall(facts, colleague?.unitId);
      await tx.query(
        `INSERT INTO case_followers (case_id, account_id, name, named_by_id, named_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (case_id) DO UPDATE SET account_id = excluded.account_id, name = excluded.name,
           named_by_id = excluded.named_by_id, named_at = excluded.named_at`,
        [caseId, accountId, colleague?.name, actor.accountId, this.clock.now()],
      );
      noteChange(tx, {
        kind: 'case',
        id: caseId,
        before: { followerId: facts.followerId },
        after: { followerId: accountId },
      });
      return this.tracking.of(tx, { ...facts, followerId: accountId }, caseId, actor);
    });
  }

  /** @throws DomainError `intake.follower_only` */
  tell(caseId: string, text: string, actor: Actor): Promise<TrackingDto> {
    return this.transactions.run(async (tx) => {
      const facts = await this.factsOf(tx, caseId, actor);
      progressIsToldByTheFollower(facts, actor);
      const id = randomUUID();
      await tx.insert(ProgressMessage, {
        id,
        caseId,
        accountId: actor.accountId,
        name: actor.displayName,
        at: this.clock.now(),
        text: maskNumbersIn(text.trim()),
      });
      noteChange(tx, { kind: 'case', id: caseId, after: { progressMessage: id } });
      return this.tracking.of(tx, facts, caseId, actor);
    });
  }

  private async factsOf(
    tx: Tx,
    caseId: string,
    actor: Actor,
    lock?: string,
  ): Promise<TrackingFacts> {
    const row = await this.cases.row(caseId, actor, tx, lock);
    return {
      state: row.state,
      takingUnitId: row.taking_unit_id,
      followerId: await this.tracking.followerOf(tx, caseId),
    };
  }
}
