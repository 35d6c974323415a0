import { Injectable } from '@nestjs/common';
import {
  cellDecisionsOf,
  cellOfFacts,
  combingError,
  differencesOf,
  type Actor,
  type CellDecision,
  type CellFacts,
  type ConsistencyCell,
  type Difference,
  type ItemStandard,
} from '@yikou/domain';
import { Clock, type Tx } from '@yikou/platform';
import { StandardItems, type StandardItem } from '../catalog/index.js';
import { summaryOf } from './comparison.js';
import type { CellSeenDto } from './matrix.dto.js';

interface ListRow {
  list_id: string;
  edition: number;
  levels: string[];
  area_code: string;
  area_name: string;
  area_path: string;
}

interface EntryRow {
  id: string;
  name: string;
  content: ItemStandard;
}

interface DecidedRow {
  version: number;
  decision: CellDecision | null;
  reason: string | null;
  explained_hash: string | null;
  draft_id: string | null;
  by_name: string;
  decided_at: Date;
}

/** A cell with both texts and what was decided on it. */
export interface OpenCell {
  list: ListRow;
  key: string;
  name: string;
  item: StandardItem | null;
  entry: EntryRow | null;
  decided: DecidedRow | null;
  points: Difference[];
  pointsHash: string;
  facts: CellFacts;
  cell: ConsistencyCell;
}

export interface Decided {
  decision: CellDecision;
  reason?: string;
  explainedHash?: string;
  draftId?: string;
}

const WORDS: Record<CellDecision, string> = {
  ACCEPT_STANDARD: '采用标准',
  CHANGE_STANDARD: '修订标准',
  EXPLAIN: '说明原因',
};

/** The cells of the matrix, one at a time. */
@Injectable()
export class CellStore {
  constructor(
    private readonly standardItems: StandardItems,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `combing.cell_unknown` */
  async open(tx: Tx, areaCode: string, key: string, lock = ''): Promise<OpenCell> {
    const [list]: ListRow[] = await tx.query(
      `SELECT l.id AS list_id, l.edition, l.levels, l.area_code, a.name AS area_name, l.area_path
       FROM street_lists l JOIN areas a ON a.code = l.area_code
       WHERE l.area_code = $1 AND l.replaced_at IS NULL ${lock}`,
      [areaCode],
    );
    const isExtra = key.startsWith('+');
    const item = isExtra ? null : await this.standardItems.ofCode(tx, key);
    const entry = list ? await entryOf(tx, list, item, key) : null;
    if (!list || (isExtra ? !entry : !item)) throw combingError('combing.cell_unknown');
    const decided = await decidedOn(tx, areaCode, key);
    return drawOpenCell({ list, key, item, entry, decided });
  }

  /**
   * The cell as it is, for a decision: nobody else decides on a cell of this street meanwhile.
   *
   * @throws DomainError `combing.cell_changed` with what changed, `combing.nothing_to_decide`
   */
  async openFor(tx: Tx, decision: CellDecision, seen: CellSeenDto): Promise<OpenCell> {
    const open = await this.open(tx, seen.area, seen.column, 'FOR UPDATE OF l');
    refuseStale(open, seen);
    if (!cellDecisionsOf(open.facts).includes(decision)) {
      throw combingError('combing.nothing_to_decide');
    }
    return open;
  }

  async decide(tx: Tx, { list, key }: OpenCell, decided: Decided, actor: Actor): Promise<void> {
    await this.write(tx, { ...list, key }, decided, actor);
  }

  /** Something else changed the cell: what was said of it before no longer holds. */
  async touch(
    tx: Tx,
    cell: Pick<ListRow, 'area_code' | 'area_path'> & { key: string },
    actor: Actor,
  ): Promise<void> {
    await this.write(tx, cell, null, actor);
  }

  private async write(
    tx: Tx,
    cell: Pick<ListRow, 'area_code' | 'area_path'> & { key: string },
    decided: Decided | null,
    actor: Actor,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO street_cells AS c (area_code, column_key, area_path, version, decision, reason,
         explained_hash, draft_id, decided_by_id, decided_at)
       VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (area_code, column_key) DO UPDATE SET version = c.version + 1, decision = $4,
         reason = $5, explained_hash = $6, draft_id = $7, decided_by_id = $8, decided_at = $9`,
      [
        cell.area_code,
        cell.key,
        cell.area_path,
        decided?.decision ?? null,
        decided?.reason ?? null,
        decided?.explainedHash ?? null,
        decided?.draftId ?? null,
        actor.accountId,
        this.clock.now(),
      ],
    );
  }
}

async function entryOf(
  tx: Tx,
  { list_id }: ListRow,
  item: StandardItem | null,
  key: string,
): Promise<EntryRow | null> {
  const column = item ? 'item_id' : 'extra_key';
  const [entry]: EntryRow[] = await tx.query(
    `SELECT id, name, content FROM street_list_entries WHERE list_id = $1 AND ${column} = $2`,
    [list_id, item?.itemId ?? key],
  );
  return entry ?? null;
}

async function decidedOn(tx: Tx, areaCode: string, key: string): Promise<DecidedRow | null> {
  const [row]: DecidedRow[] = await tx.query(
    `SELECT c.version, c.decision, c.reason, c.explained_hash, c.draft_id, c.decided_at,
       p.display_name AS by_name
     FROM street_cells c JOIN accounts p ON p.id = c.decided_by_id
     WHERE c.area_code = $1 AND c.column_key = $2`,
    [areaCode, key],
  );
  return row ?? null;
}

function drawOpenCell(
  read: Pick<OpenCell, 'list' | 'key' | 'item' | 'entry' | 'decided'>,
): OpenCell {
  const { item, entry, decided, list } = read;
  const points = item && entry ? differencesOf(item.standard, entry.content) : [];
  const { differences, core, differencesHash } = summaryOf(points);
  const isAsked = !item || list.levels.includes(item.standard.level);
  const facts: CellFacts = {
    isStandard: item !== null && (isAsked || entry !== null),
    isListed: entry !== null,
    differences,
    core,
    isExplained: decided?.explained_hash === differencesHash,
  };
  const name = item?.standard.name ?? entry?.name ?? '';
  return { ...read, name, points, pointsHash: differencesHash, facts, cell: cellOfFacts(facts) };
}

/** The one who comes second is told what the first has made of it. */
function refuseStale({ list, item, decided }: OpenCell, seen: CellSeenDto): void {
  const changed: string[] = [];
  if (list.edition !== seen.edition) changed.push(`清单已更新为第${list.edition}次提交`);
  const number = item?.number ?? null;
  if (number !== seen.standardNumber) changed.push(`标准已更新为第${number ?? '—'}版`);
  const version = decided?.version ?? 0;
  if (version !== seen.version) {
    const what = decided?.decision ? WORDS[decided.decision] : '认定';
    const who = decided ? `${decided.by_name}已作出“${what}”` : '';
    changed.push(`${who}（第${version}次处理，您看到的是第${seen.version}次）`);
  }
  if (changed.length > 0) throw combingError('combing.cell_changed', `${changed.join('；')}。`);
}
