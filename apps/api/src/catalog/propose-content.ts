import { Injectable } from '@nestjs/common';
import type { Actor, ItemStandard } from '@yikou/domain';
import type { Tx } from '@yikou/platform';
import { ComposeDraft } from './compose-draft.js';
import type { DraftDto } from './draft.dto.js';
import { EditDraft } from './edit-draft.js';
import type { StandardDto } from './standard.dto.js';

/** Puts content that came up elsewhere into the version in the making of an item, begun where there is none. */
@Injectable()
export class ProposeContent {
  constructor(
    private readonly composeDraft: ComposeDraft,
    private readonly editDraft: EditDraft,
  ) {}

  /**
   * @param change what becomes of the content of the draft
   * @throws DomainError `catalog.item_unknown`, `catalog.version_verb_not_allowed_in_state` while it is
   *   being reviewed
   */
  async run(
    tx: Tx,
    code: string,
    change: (standard: ItemStandard) => ItemStandard,
    actor: Actor,
  ): Promise<DraftDto> {
    const open: { id: string; version: number; standard: ItemStandard }[] = await tx.query(
      `SELECT id, version, standard FROM item_drafts WHERE item_code = $1 AND state <> 'PUBLISHED'
       FOR UPDATE`,
      [code],
    );
    const draft = open[0] ?? (await this.composeDraft.reviseWithin(tx, code, actor));
    const standard = change(draft.standard) as StandardDto;
    return this.editDraft.within(tx, draft.id, { version: draft.version, standard }, actor);
  }
}
