import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { withFieldsOf, type Actor, type CellDecision } from '@yikou/domain';
import { noteChange, Transactions, type Tx } from '@yikou/platform';
import { ProposeContent } from '../catalog/index.js';
import { valueHashOf } from '../documents/index.js';
import { CellStore, type Decided, type OpenCell } from './cell.store.js';
import { NO_DIFFERENCES_HASH } from './comparison.js';
import { drawCell } from './draw-cell.js';
import type {
  CellSeenDto,
  ChangeStandardDto,
  DecidedCellDto,
  ExplainCellDto,
} from './matrix.dto.js';

/** Carries out a decision on a cell: lock, compare with what was seen, write, in one transaction. */
@Injectable()
export class DecideCell {
  constructor(
    private readonly transactions: Transactions,
    private readonly cells: CellStore,
    private readonly proposeContent: ProposeContent,
  ) {}

  /** The street takes the standard: its entry says the same from now on, or goes where it is extra. */
  acceptStandard(seen: CellSeenDto, actor: Actor): Promise<DecidedCellDto> {
    return this.decided('ACCEPT_STANDARD', seen, actor, async (tx, open) => {
      await takeStandard(tx, open);
      return {};
    });
  }

  /** The street is right: its text goes into the version in the making of the item. */
  changeStandard(seen: ChangeStandardDto, actor: Actor): Promise<DecidedCellDto> {
    return this.decided('CHANGE_STANDARD', seen, actor, async (tx, { key, entry }) => {
      if (!entry) throw new Error('nothing to take over');
      const draft = await this.proposeContent.run(
        tx,
        key,
        (standard) => withFieldsOf(standard, entry.content, seen.fields),
        actor,
      );
      return { draftId: draft.id, reason: seen.fields.join('、') };
    });
  }

  /** It may stay as it is, for as long as it differs in just these points. */
  explain(seen: ExplainCellDto, actor: Actor): Promise<DecidedCellDto> {
    return this.decided('EXPLAIN', seen, actor, async (_, { pointsHash }) => ({
      reason: seen.reason,
      explainedHash: pointsHash,
    }));
  }

  private decided(
    decision: CellDecision,
    seen: CellSeenDto,
    actor: Actor,
    carryOut: (tx: Tx, open: OpenCell) => Promise<Omit<Decided, 'decision'>>,
  ): Promise<DecidedCellDto> {
    return this.transactions.run(async (tx) => {
      const open = await this.cells.openFor(tx, decision, seen);
      const more = await carryOut(tx, open);
      await this.cells.decide(tx, open, { decision, ...more }, actor);
      noteDecision(tx, open, { decision, ...more });
      const isGone = decision === 'ACCEPT_STANDARD' && open.item === null;
      if (isGone) return { cell: null };
      return { cell: drawCell(await this.cells.open(tx, seen.area, seen.column), actor) };
    });
  }
}

function noteDecision(tx: Tx, { list, key, cell }: OpenCell, decided: Decided): void {
  const { decision, reason, draftId } = decided;
  noteChange(tx, {
    kind: 'street-cell',
    id: `${list.area_code}/${key}`,
    before: { state: cell.state, differences: cell.differences, core: cell.core },
    after: { decision, ...(draftId ? { draftId } : {}) },
    ...(reason ? { reason } : {}),
  });
}

async function takeStandard(tx: Tx, { list, item, entry }: OpenCell): Promise<void> {
  if (!item) {
    await tx.query(
      `UPDATE street_list_entries SET state = 'DROPPED', found = 'STANDARD', extra_key = NULL WHERE id = $1`,
      [entry?.id],
    );
    return;
  }
  const { standard, itemId, versionId } = item;
  await tx.query(
    `INSERT INTO street_list_entries AS e (id, list_id, area_path, position, code, name, level, theme, content,
       content_hash, state, found, item_id, compared_version_id, differences, core, differences_hash)
     SELECT $1, $2, $3, coalesce(max(position), 0) + 1, $4, $5, $6, $7, $8, $9, 'MATCHED', 'STANDARD', $10,
       $11, 0, 0, $12 FROM street_list_entries WHERE list_id = $2
     ON CONFLICT (list_id, item_id) WHERE item_id IS NOT NULL DO UPDATE SET code = $4, name = $5, level = $6,
       theme = $7, content = $8, content_hash = $9, found = 'STANDARD', compared_version_id = $11,
       differences = 0, core = 0, differences_hash = $12`,
    [
      randomUUID(),
      list.list_id,
      list.area_path,
      standard.code,
      standard.name,
      standard.level,
      standard.themes[0] ?? null,
      JSON.stringify(standard),
      valueHashOf(standard),
      itemId,
      versionId,
      NO_DIFFERENCES_HASH,
    ],
  );
}
