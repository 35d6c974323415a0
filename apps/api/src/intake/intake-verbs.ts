import { Injectable } from '@nestjs/common';
import type { Actor } from '@yikou/domain';
import { Clock, Transactions, type Tx } from '@yikou/platform';
import { PerformVerb, type CaseDto, type VerbDto } from '../workflow/index.js';
import type { RequestSupplementDto, SupplementDto } from './intake.dto.js';
import { SupplementNotice } from './intake.entity.js';
import { MaterialQueries } from './material.queries.js';

/** The verbs of the table that also touch what the intake keeps: checklist and notice. */
@Injectable()
export class IntakeVerbs {
  constructor(
    private readonly transactions: Transactions,
    private readonly performVerb: PerformVerb,
    private readonly materials: MaterialQueries,
    private readonly clock: Clock,
  ) {}

  /** R41: the checklist is read under the lock that `accept` takes, so nothing can be unticked meanwhile. */
  accept(caseId: string, { version }: VerbDto, actor: Actor): Promise<CaseDto> {
    return this.transactions.run(async (tx) => {
      await tx.query('SELECT 1 FROM cases WHERE id = $1 FOR UPDATE', [caseId]);
      const { missing: missingMaterials } = await this.materials.ofCase(caseId, tx);
      const request = { caseId, version, verb: 'accept', missingMaterials } as const;
      return this.performVerb.within(tx, request, actor);
    });
  }

  /** R73: one notice that lists everything with how to get each; a second one cites new facts. */
  requestSupplement(caseId: string, body: RequestSupplementDto, actor: Actor): Promise<CaseDto> {
    const { version, missing, newFacts } = body;
    return this.transactions.run(async (tx) => {
      const listedMaterials = missing.map(({ name }) => name);
      const input = newFacts ? { listedMaterials, newFacts } : { listedMaterials };
      const request = { caseId, version, verb: 'requestSupplement', input } as const;
      const after = await this.performVerb.within(tx, request, actor);
      await tx.insert(SupplementNotice, {
        caseId,
        number: after.supplementCount,
        // Who may give a second one allows it by giving it (R73).
        ...(after.supplementCount > 1 ? { newFacts, approvedById: actor.accountId } : {}),
        requestedAt: this.clock.now(),
        requestedById: actor.accountId,
        missing: missing.map(({ name, howToGet }) => ({ name, howToGet })),
      });
      return after;
    });
  }

  supplement(caseId: string, body: SupplementDto, actor: Actor): Promise<CaseDto> {
    const { version, receivedMaterials } = body;
    return this.transactions.run(async (tx) => {
      const request = { caseId, version, verb: 'supplement' } as const;
      const after = await this.performVerb.within(tx, request, actor);
      await this.tick(tx, caseId, receivedMaterials);
      return after;
    });
  }

  private async tick(tx: Tx, caseId: string, positions: readonly number[]): Promise<void> {
    await tx.query(
      `UPDATE case_materials SET received_at = coalesce(received_at, $3::timestamptz)
       WHERE case_id = $1 AND position = ANY($2)`,
      [caseId, positions, this.clock.now()],
    );
  }
}
