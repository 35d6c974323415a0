import { Injectable } from '@nestjs/common';
import { mayDo, type Actor, type ItemStandard } from '@yikou/domain';
import { Transactions, type Tx } from '@yikou/platform';
import { StandardItems } from '../catalog/index.js';
import { CellStore } from './cell.store.js';
import {
  comparisonOf,
  hashedStandards,
  SAME,
  type Comparison,
  type HashedStandard,
} from './comparison.js';
import { drawCell } from './draw-cell.js';
import {
  drawMatrix,
  type ColumnRow,
  type EntryRow,
  type ExplainedRow,
  type ListRow,
} from './draw-matrix.js';
import type { CellDto, CellQueryDto, MatrixDto, MatrixQueryDto } from './matrix.dto.js';

/** A district has some tens of streets and some hundreds of communities. */
const MOST_LISTS = 1000;
const MOST_COLUMNS = 10_000;
/** As many as are held in memory side by side. */
const CONTENTS_AT_ONCE = 1000;

/** Which of the present lists are asked for; $1 is the area. */
const LISTS = `street_lists l JOIN areas a ON a.code = l.area_code
  WHERE l.replaced_at IS NULL AND ($1::text IS NULL
    OR EXISTS (SELECT FROM areas w WHERE w.code = $1 AND starts_with(l.area_path, w.path)))`;

/** The lists of all streets side by side with the standard (R34). */
@Injectable()
export class MatrixQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly standardItems: StandardItems,
    private readonly cells: CellStore,
  ) {}

  matrix(query: MatrixQueryDto, actor: Actor): Promise<MatrixDto> {
    return this.transactions.read(async (tx) => {
      const entries = await entriesOf(tx, query);
      await this.compareStale(tx, entries);
      const read = {
        columns: await columnsOf(tx, query),
        lists: await listsOf(tx, query),
        entries,
        explained: await explainedOf(tx, query),
      };
      return { ...drawMatrix(read, query), mayImport: mayDo('streetList.import', actor) };
    });
  }

  /** @throws DomainError `combing.cell_unknown` */
  cell({ area, column }: CellQueryDto, actor: Actor): Promise<CellDto> {
    return this.transactions.read(async (tx) =>
      drawCell(await this.cells.open(tx, area, column), actor),
    );
  }

  /** A version has come into force since the comparison was kept: what it says now is found anew. */
  private async compareStale(tx: Tx, entries: readonly EntryRow[]): Promise<void> {
    const stale = entries.filter(({ is_stale }) => is_stale);
    if (stale.length === 0) return;
    const ids = [...new Set(stale.flatMap(({ item_id }) => item_id ?? []))];
    const standards = hashedStandards(await this.standardItems.inForce(tx, { ids }));
    const others = stale.filter((entry) => {
      const isSame = standards.get(entry.item_id ?? '')?.hash === entry.content_hash;
      if (isSame) keep(entry, SAME);
      return !isSame;
    });
    for (let from = 0; from < others.length; from += CONTENTS_AT_ONCE) {
      await compareSome(tx, others.slice(from, from + CONTENTS_AT_ONCE), standards);
    }
  }
}

async function compareSome(
  tx: Tx,
  entries: readonly EntryRow[],
  standards: ReadonlyMap<string, HashedStandard>,
): Promise<void> {
  const rows: { id: string; content: ItemStandard }[] = await tx.query(
    'SELECT id, content FROM street_list_entries WHERE id = ANY($1)',
    [entries.map(({ id }) => id)],
  );
  const contents = new Map(rows.map(({ id, content }) => [id, content]));
  for (const entry of entries) {
    const [item, content] = [standards.get(entry.item_id ?? ''), contents.get(entry.id)];
    if (item && content) keep(entry, comparisonOf(item.standard, content));
  }
}

function keep(entry: EntryRow, { differences, core, differencesHash }: Comparison): void {
  Object.assign(entry, { differences, core, differences_hash: differencesHash });
}

function entriesOf(tx: Tx, { area, level, theme }: MatrixQueryDto): Promise<EntryRow[]> {
  return tx.query(
    `SELECT e.id, e.list_id, i.code, e.extra_key, e.item_id, e.differences, e.core, e.differences_hash,
       e.name, e.content_hash, e.compared_version_id IS DISTINCT FROM i.current_version_id AS is_stale
     FROM street_list_entries e
     JOIN (SELECT l.id FROM ${LISTS} ORDER BY l.area_code LIMIT ${MOST_LISTS}) l ON l.id = e.list_id
     LEFT JOIN service_items i ON i.id = e.item_id
     LEFT JOIN item_versions v ON v.id = i.current_version_id
     WHERE e.state IN ('MATCHED', 'EXTRA')
       AND ($2::text IS NULL OR coalesce(v.level, e.level) = $2)
       AND ($3::text IS NULL OR coalesce(v.theme, e.theme) = $3)`,
    [area ?? null, level ?? null, theme ?? null],
  );
}

function columnsOf(tx: Tx, { level, theme }: MatrixQueryDto): Promise<ColumnRow[]> {
  return tx.query(
    `SELECT i.code AS key, v.name, v.level FROM service_items i
     JOIN item_versions v ON v.id = i.current_version_id
     WHERE ($1::text IS NULL OR v.level = $1) AND ($2::text IS NULL OR v.theme = $2)
     ORDER BY i.code LIMIT ${MOST_COLUMNS}`,
    [level ?? null, theme ?? null],
  );
}

function listsOf(tx: Tx, { area }: MatrixQueryDto): Promise<ListRow[]> {
  return tx.query(
    `SELECT l.id, l.area_code, a.name AS area_name, l.edition, l.made_at, l.levels,
       (SELECT count(*)::int FROM street_list_entries e
        WHERE e.list_id = l.id AND e.state = 'UNSETTLED') AS unsettled
     FROM ${LISTS} ORDER BY l.area_code LIMIT ${MOST_LISTS}`,
    [area ?? null],
  );
}

function explainedOf(tx: Tx, { area }: MatrixQueryDto): Promise<ExplainedRow[]> {
  return tx.query(
    `SELECT c.area_code, c.column_key, c.explained_hash FROM street_cells c
     WHERE c.explained_hash IS NOT NULL AND ($1::text IS NULL
       OR EXISTS (SELECT FROM areas w WHERE w.code = $1 AND starts_with(c.area_path, w.path)))`,
    [area ?? null],
  );
}
