import { Injectable } from '@nestjs/common';
import { columnOf, combingError, type Actor, type ItemStandard } from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import { StandardItems } from '../catalog/index.js';
import { CellStore } from './cell.store.js';
import type { EntryState } from './combing.entity.js';
import { comparisonOf, type Comparison } from './comparison.js';
import type { SettledEntryDto, SettleEntryDto } from './entry.dto.js';

interface EntryRow {
  id: string;
  list_id: string;
  area_code: string;
  area_path: string;
  state: EntryState;
  name: string;
  content: ItemStandard;
}

interface Settled extends Partial<Comparison> {
  state: EntryState;
  itemId: string | null;
  itemCode: string | null;
  extraKey: string | null;
  versionId: string | null;
}

/** A person says what a row is: a standard item, something extra, or nothing to keep. */
@Injectable()
export class SettleEntry {
  constructor(
    private readonly transactions: Transactions,
    private readonly standardItems: StandardItems,
    private readonly cells: CellStore,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `combing.entry_unknown`, `.entry_settled`, `.item_unknown`, `.item_taken` */
  run(id: string, wanted: SettleEntryDto, actor: Actor): Promise<SettledEntryDto> {
    return this.transactions.run(async (tx) => {
      const row = await this.locked(tx, id);
      const settled = await this.meaningOf(tx, row, wanted);
      await this.write(tx, row, settled, actor);
      const key = settled.itemCode ?? settled.extraKey;
      if (key) await this.cells.touch(tx, { ...row, key }, actor);
      const after = { state: settled.state, itemCode: settled.itemCode };
      noteChange(tx, { kind: 'street-list-entry', id, before: { name: row.name }, after });
      return { id, as: wanted.as, itemCode: settled.itemCode };
    });
  }

  /** The list is locked as well: two rows of it are not given one item at once. */
  private async locked(tx: Tx, id: string): Promise<EntryRow> {
    const [row]: EntryRow[] = await tx.query(
      `SELECT e.id, e.list_id, e.state, e.name, e.content, l.area_code, l.area_path
       FROM street_list_entries e JOIN street_lists l ON l.id = e.list_id AND l.replaced_at IS NULL
       WHERE e.id = $1 FOR UPDATE`,
      [id],
    );
    if (!row) throw combingError('combing.entry_unknown');
    if (row.state !== 'UNSETTLED') throw combingError('combing.entry_settled');
    return row;
  }

  private async meaningOf(tx: Tx, row: EntryRow, wanted: SettleEntryDto): Promise<Settled> {
    const none = { itemId: null, itemCode: null, extraKey: null, versionId: null };
    if (wanted.as === 'DROPPED') return { state: 'DROPPED', ...none };
    if (wanted.as === 'EXTRA') {
      const extraKey = columnOf({ item: null, content: row.content });
      await this.refuseTaken(tx, row, 'extra_key', extraKey, 'combing.extra_taken');
      return { state: 'EXTRA', ...none, extraKey };
    }
    const item = await this.standardItems.ofCode(tx, wanted.itemCode ?? '');
    if (!item) throw unknownItem(wanted.itemCode);
    const { itemId, versionId, standard } = item;
    await this.refuseTaken(tx, row, 'item_id', itemId, 'combing.item_taken');
    const comparison = comparisonOf(standard, row.content);
    return { state: 'MATCHED', ...none, itemId, itemCode: standard.code, versionId, ...comparison };
  }

  private async refuseTaken(
    tx: Tx,
    { list_id }: EntryRow,
    column: 'item_id' | 'extra_key',
    value: string,
    code: 'combing.item_taken' | 'combing.extra_taken',
  ): Promise<void> {
    const [other]: { name: string; position: number }[] = await tx.query(
      `SELECT name, position FROM street_list_entries WHERE list_id = $1 AND ${column} = $2`,
      [list_id, value],
    );
    if (other) throw combingError(code, `第${other.position}项“${other.name}”`);
  }

  private async write(tx: Tx, { id }: EntryRow, settled: Settled, actor: Actor): Promise<void> {
    await tx.query(
      `UPDATE street_list_entries SET state = $2, found = 'PERSON', item_id = $3, extra_key = $4,
         compared_version_id = $5, differences = $6, core = $7, differences_hash = $8, settled_by_id = $9,
         settled_at = $10 WHERE id = $1`,
      [
        id,
        settled.state,
        settled.itemId,
        settled.extraKey,
        settled.versionId,
        settled.differences ?? null,
        settled.core ?? null,
        settled.differencesHash ?? null,
        actor.accountId,
        this.clock.now(),
      ],
    );
  }
}

function unknownItem(code = '') {
  const detail = '请从列表中选择一个标准事项。';
  return combingError('combing.item_unknown', code, [
    { field: 'itemCode', code: 'combing.item_unknown', detail },
  ]);
}
