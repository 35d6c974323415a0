import { Injectable } from '@nestjs/common';
import {
  decideVersion,
  localDateOf,
  type Actor,
  type VersionDecision,
  type VersionVerb,
} from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import type { DraftDto } from './draft.dto.js';
import {
  DraftQueries,
  drawDraft,
  factsOfDraft,
  staleDraft,
  type DraftRow,
} from './draft.queries.js';
import { PublishVersion } from './publish-version.js';

export interface DraftVerbRequest {
  id: string;
  version: number;
  verb: Extract<VersionVerb, 'submit' | 'return' | 'approve' | 'publish' | 'discard'>;
  reason?: string;
  effectiveFrom?: string;
}

/** Carries out any verb on a version in the making: lock, decide, write, in one transaction. */
@Injectable()
export class PerformDraftVerb {
  constructor(
    private readonly transactions: Transactions,
    private readonly drafts: DraftQueries,
    private readonly publishVersion: PublishVersion,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the draft as it stands now; undefined where it was discarded
   * @throws DomainError `catalog.version_unknown`, `catalog.version_stale` (with what the other did), or
   *   the code of the rule that refuses
   */
  run(
    { id, version, verb, ...input }: DraftVerbRequest,
    actor: Actor,
  ): Promise<DraftDto | undefined> {
    return this.transactions.run(async (tx) => {
      const row = await this.drafts.row(tx, id, 'FOR UPDATE OF d');
      if (row.version !== version) throw staleDraft(row, version);
      const today = localDateOf(this.clock.now());
      const decision = decideVersion(factsOfDraft(row), verb, actor, { today, ...input });
      noteChange(tx, {
        kind: 'item-draft',
        id,
        before: { code: row.item_code, state: row.state },
        after: { state: decision.to },
      });
      if (decision.to === 'DISCARDED') return discard(tx, row);
      await this.write(tx, row, decision, actor, input.reason);
      if (verb === 'publish')
        await this.publishVersion.run(tx, row, decision.effectiveFrom ?? today);
      return drawDraft(await this.drafts.row(tx, id), actor);
    });
  }

  private async write(
    tx: Tx,
    row: DraftRow,
    { to }: VersionDecision,
    actor: Actor,
    reason?: string,
  ): Promise<void> {
    await tx.query(
      `UPDATE item_drafts SET state = $2, version = version + 1, return_reason = $3, updated_at = $4,
         authors = CASE WHEN $2 = 'IN_REVIEW' AND NOT $5::uuid = ANY(authors) THEN authors || $5::uuid
           ELSE authors END
       WHERE id = $1`,
      [row.id, to, reason ?? null, this.clock.now(), actor.accountId],
    );
  }
}

/** What was never published leaves no item behind. */
async function discard(tx: Tx, row: DraftRow): Promise<undefined> {
  await tx.query('DELETE FROM item_drafts WHERE id = $1', [row.id]);
  // PostgreSQL's policy says the same: what has a version stays.
  await tx.query(
    `DELETE FROM service_items i
     WHERE i.id = $1 AND NOT EXISTS (SELECT 1 FROM item_versions v WHERE v.item_id = i.id)`,
    [row.item_id],
  );
  return undefined;
}
