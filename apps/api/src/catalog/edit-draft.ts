import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { decideVersion, localDateOf, type Actor } from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import type { CommentDraftDto, DraftDto, EditDraftDto } from './draft.dto.js';
import { ItemDraftComment } from './draft.entity.js';
import { DraftQueries, drawDraft, factsOfDraft, staleDraft } from './draft.queries.js';

/** Writes a version in the making, and what reviewers have to say about its fields. */
@Injectable()
export class EditDraft {
  constructor(
    private readonly transactions: Transactions,
    private readonly drafts: DraftQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `catalog.version_stale`, or the code of the rule that refuses */
  run(id: string, body: EditDraftDto, actor: Actor): Promise<DraftDto> {
    return this.transactions.run((tx) => this.within(tx, id, body, actor));
  }

  /** The same as a part of something greater. */
  async within(tx: Tx, id: string, body: EditDraftDto, actor: Actor): Promise<DraftDto> {
    const row = await this.drafts.row(tx, id, 'FOR UPDATE OF d');
    if (row.version !== body.version) throw staleDraft(row, body.version);
    const today = localDateOf(this.clock.now());
    const { to } = decideVersion(factsOfDraft(row), 'edit', actor, { today });
    // Code and level belong to the item; a version cannot change them.
    const standard = { ...body.standard, code: row.item_code, level: row.standard.level };
    await tx.query(
      `UPDATE item_drafts SET standard = $2, name = $3, state = $4, version = version + 1,
         review_unit_id = coalesce($5::uuid, review_unit_id), updated_at = $6,
         authors = CASE WHEN $7::uuid = ANY(authors) THEN authors ELSE authors || $7::uuid END
       WHERE id = $1`,
      [
        id,
        JSON.stringify(standard),
        standard.name,
        to,
        body.reviewUnitId ?? null,
        this.clock.now(),
        actor.accountId,
      ],
    );
    noteChange(tx, { kind: 'item-draft', id, before: { version: row.version } });
    return drawDraft(await this.drafts.row(tx, id), actor);
  }

  /** @throws DomainError `catalog.version_unknown` */
  comment(id: string, { field, text }: CommentDraftDto, actor: Actor): Promise<DraftDto> {
    return this.transactions.run(async (tx) => {
      await this.drafts.row(tx, id);
      await tx.insert(ItemDraftComment, {
        id: randomUUID(),
        draftId: id,
        field,
        text,
        authorId: actor.accountId,
        at: this.clock.now(),
      });
      noteChange(tx, { kind: 'item-draft', id, after: { commented: field } });
      return drawDraft(await this.drafts.row(tx, id), actor);
    });
  }
}
