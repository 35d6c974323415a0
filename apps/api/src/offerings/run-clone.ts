import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { catalogError, localDateOf, type Actor } from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import type { CloneDto, CloneRequestDto } from './clone.dto.js';
import { CloneQueries, type CloneDraft } from './clone.queries.js';

/**
 * R99: copies what the model offers, with its counters and opening hours, to the centre of another
 * street. Address and telephone are the target's own, and authorisations come from its own sections.
 */
@Injectable()
export class RunClone {
  constructor(
    private readonly transactions: Transactions,
    private readonly clones: CloneQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `catalog.hall_unknown`, `catalog.clone_onto_itself`, `catalog.clone_adds_nothing` */
  run(request: CloneRequestDto, actor: Actor): Promise<CloneDto> {
    return this.transactions.run(async (tx) => {
      const draft = await this.clones.draft(tx, request);
      const { added, counters } = draft.plan;
      if (added.length + counters.length === 0) throw catalogError('catalog.clone_adds_nothing');
      const { sourceUnitId, targetUnitId } = request;
      const id = randomUUID();
      await tx.query(
        `INSERT INTO offering_clones (id, source_unit_id, target_unit_id, offering_count, counters, by_id, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [
          ...[id, sourceUnitId, targetUnitId, added.length, counters],
          ...[actor.accountId, this.clock.now()],
        ],
      );
      await this.copyOfferings(tx, id, request, draft);
      await copyCounters(tx, request, counters);
      const after = { sourceUnitId, targetUnitId, added: added.length, counters: counters.length };
      noteChange(tx, { kind: 'offering-clone', id, after });
      return this.clones.one(tx, id);
    });
  }

  private async copyOfferings(
    tx: Tx,
    cloneId: string,
    { sourceUnitId, targetUnitId }: CloneRequestDto,
    { plan, target }: CloneDraft,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO offerings (unit_id, item_id, item_version_id, started_on, opening_hours, counters,
         section_unit_id, clone_id)
       SELECT $2, o.item_id, o.item_version_id, greatest(o.started_on, $5::date), o.opening_hours, o.counters,
         (SELECT t.id FROM units s JOIN units t ON t.body = s.body AND t.kind = s.kind
           WHERE s.id = o.section_unit_id AND t.area_code = $6 ORDER BY t.code LIMIT 1), $4
       FROM offerings o JOIN service_items i ON i.id = o.item_id
       WHERE o.unit_id = $1 AND i.code = ANY($3)
       ON CONFLICT DO NOTHING`,
      [
        ...[sourceUnitId, targetUnitId, plan.added, cloneId],
        ...[localDateOf(this.clock.now()), target.areaCode],
      ],
    );
  }
}

async function copyCounters(
  tx: Tx,
  { sourceUnitId, targetUnitId }: CloneRequestDto,
  numbers: readonly number[],
): Promise<void> {
  await tx.query(
    `INSERT INTO counters (id, unit_id, number, kind)
     SELECT gen_random_uuid(), $2, number, kind FROM counters WHERE unit_id = $1 AND number = ANY($3)
     ON CONFLICT DO NOTHING`,
    [sourceUnitId, targetUnitId, numbers],
  );
}
