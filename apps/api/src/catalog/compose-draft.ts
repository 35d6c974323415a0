import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  catalogError,
  decideVersion,
  emptyStandard,
  localDateOf,
  standardOfVersion,
  type Actor,
  type ItemStandard,
} from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import { ItemVersion, ServiceItem } from './catalog.entity.js';
import type { ComposeDraftDto, DraftDto } from './draft.dto.js';
import { drawDraft, DraftQueries } from './draft.queries.js';

interface Beginning {
  itemId: string;
  number: number;
  standard: ItemStandard;
  basedOnId: string | null;
}

/** Begins a version: of an item that is not there yet, or after the published ones of one that is. */
@Injectable()
export class ComposeDraft {
  constructor(
    private readonly transactions: Transactions,
    private readonly drafts: DraftQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `catalog.code_taken`, `catalog.version_not_yours` */
  compose({ code, name, level }: ComposeDraftDto, actor: Actor): Promise<DraftDto> {
    return this.transactions.run(async (tx) => {
      const standard = emptyStandard({ code, name, level });
      this.decide('compose', 'NEW', standard, actor);
      const itemId = randomUUID();
      const made: unknown[] = await tx.query(
        'INSERT INTO service_items (id, code, level) VALUES ($1, $2, $3) ON CONFLICT (code) DO NOTHING RETURNING id',
        [itemId, code, level],
      );
      if (made.length === 0) throw catalogError('catalog.code_taken', code);
      return this.begin(tx, { itemId, number: 1, standard, basedOnId: null }, actor);
    });
  }

  /** @throws DomainError `catalog.item_unknown`, `catalog.version_in_progress` */
  revise(code: string, actor: Actor): Promise<DraftDto> {
    return this.transactions.run((tx) => this.reviseWithin(tx, code, actor));
  }

  /** The same as a part of something greater. */
  async reviseWithin(tx: Tx, code: string, actor: Actor): Promise<DraftDto> {
    const item = await tx.findOneBy(ServiceItem, { code });
    const base = item && (await tx.findOne(ItemVersion, latestOf(item.id)));
    if (!base) throw catalogError('catalog.item_unknown');
    const standard = standardOfVersion(base);
    this.decide('revise', 'PUBLISHED', standard, actor);
    const { itemId, number, id: basedOnId } = base;
    return this.begin(tx, { itemId, number: number + 1, standard, basedOnId }, actor);
  }

  private decide(
    verb: 'compose' | 'revise',
    state: 'NEW' | 'PUBLISHED',
    standard: ItemStandard,
    actor: Actor,
  ): void {
    const facts = { state, standard, authors: [], reviewUnitId: null, lastEffectiveFrom: null };
    const today = localDateOf(this.clock.now());
    decideVersion({ ...facts, isAnotherInProgress: false }, verb, actor, { today });
  }

  private async begin(
    tx: Tx,
    { itemId, number, standard, basedOnId }: Beginning,
    actor: Actor,
  ): Promise<DraftDto> {
    const id = randomUUID();
    const begun: unknown[] = await tx.query(
      `INSERT INTO item_drafts (id, item_id, item_code, number, state, name, standard, authors, based_on_id, updated_at)
       VALUES ($1, $2, $3, $4, 'DRAFT', $5, $6, ARRAY[$7::uuid], $8, $9)
       ON CONFLICT (item_id) WHERE state <> 'PUBLISHED' DO NOTHING RETURNING id`,
      [
        id,
        itemId,
        standard.code,
        number,
        standard.name,
        JSON.stringify(standard),
        actor.accountId,
        basedOnId,
        this.clock.now(),
      ],
    );
    // The index lets one of two begin, also where both looked at once.
    if (begun.length === 0) throw catalogError('catalog.version_in_progress');
    noteChange(tx, { kind: 'item-draft', id, after: { code: standard.code, number } });
    return drawDraft(await this.drafts.row(tx, id), actor);
  }
}

const latestOf = (itemId: string) => ({ where: { itemId }, order: { number: 'DESC' as const } });
