import {
  cellOfFacts,
  consistencyShareOf,
  type ConsistencyCell,
  type ConsistencyColumn,
} from '@yikou/domain';
import { cursorOf, keyOf } from '../keyset.js';
import { NO_DIFFERENCES_HASH } from './comparison.js';
import type { MatrixDto, MatrixQueryDto } from './matrix.dto.js';

const USUAL_WINDOW = 100;

export interface ColumnRow {
  key: string;
  name: string;
  level: string;
}

export interface ListRow {
  id: string;
  area_code: string;
  area_name: string;
  edition: number;
  made_at: Date;
  levels: string[];
  unsettled: number;
}

export interface EntryRow {
  id: string;
  list_id: string;
  code: string | null;
  extra_key: string | null;
  item_id: string | null;
  name: string;
  content_hash: string;
  differences: number | null;
  core: number | null;
  differences_hash: string | null;
  is_stale: boolean;
}

export interface ExplainedRow {
  area_code: string;
  column_key: string;
  explained_hash: string;
}

interface MatrixRows {
  columns: readonly ColumnRow[];
  lists: readonly ListRow[];
  entries: readonly EntryRow[];
  explained: readonly ExplainedRow[];
}

interface Column extends ConsistencyColumn {
  /** Null for something extra: no list has to have it. */
  level: string | null;
}

/** Every cell is drawn, so that the shares are those of the whole; the answer holds a window of columns. */
export function drawMatrix(
  read: MatrixRows,
  { cursor, limit }: MatrixQueryDto,
): Omit<MatrixDto, 'mayImport'> {
  const columns = allColumns(read);
  const [after] = keyOf(cursor, [/^.{1,400}$/su]) ?? [];
  const from = after === undefined ? 0 : columns.findIndex(({ key }) => isAfter(key, after));
  const begin = from < 0 ? columns.length : from;
  const end = begin + (limit ?? USUAL_WINDOW);
  const rows = cellRows(read, columns);
  const shown = columns.slice(begin, end);
  const last = shown.at(-1);
  return {
    share: consistencyShareOf(rows.flat()),
    columnCount: columns.length,
    columns: shown.map(({ key, name, isExtra }, i) => {
      const share = consistencyShareOf(rows.map((cells) => cells[begin + i] as ConsistencyCell));
      return { key, name, isExtra, share };
    }),
    rows: read.lists.map((list, i) => {
      const cells = rows[i] ?? [];
      return {
        areaCode: list.area_code,
        areaName: list.area_name,
        edition: list.edition,
        madeAt: list.made_at,
        unsettled: list.unsettled,
        share: consistencyShareOf(cells),
        cells: cells.slice(begin, end),
      };
    }),
    nextCursor: end < columns.length && last ? cursorOf(last.key) : null,
  };
}

/** The items by code, then what is extra by name. */
function allColumns({ columns, entries }: MatrixRows): Column[] {
  const extras = new Map<string, Column>();
  for (const { extra_key: key, name } of entries) {
    if (key !== null && !extras.has(key))
      extras.set(key, { key, name, isExtra: true, level: null });
  }
  const items = columns.map((column) => ({ ...column, isExtra: false }));
  return [...items, ...extras.values()].sort((a, b) => (isAfter(a.key, b.key) ? 1 : -1));
}

function isAfter(key: string, other: string): boolean {
  const [a, b] = [key.startsWith('+'), other.startsWith('+')];
  return a === b ? key > other : a;
}

function cellRows({ lists, entries, explained }: MatrixRows, columns: Column[]) {
  const byList = new Map<string, Map<string, EntryRow>>(lists.map(({ id }) => [id, new Map()]));
  for (const entry of entries) {
    byList.get(entry.list_id)?.set(entry.code ?? entry.extra_key ?? '', entry);
  }
  const reasons = new Map(
    explained.map((one) => [`${one.area_code}${one.column_key}`, one.explained_hash]),
  );
  return lists.map((list) =>
    columns.map((column) => {
      const entry = byList.get(list.id)?.get(column.key);
      const reason = reasons.get(`${list.area_code}${column.key}`);
      return cellOf(list, column, entry, reason);
    }),
  );
}

function cellOf(
  { levels }: ListRow,
  { level }: Column,
  entry: EntryRow | undefined,
  reason: string | undefined,
): ConsistencyCell {
  const isAsked = level !== null && levels.includes(level);
  const hash = (entry?.item_id ? entry.differences_hash : null) ?? NO_DIFFERENCES_HASH;
  return cellOfFacts({
    isStandard: level !== null && (isAsked || entry !== undefined),
    isListed: entry !== undefined,
    differences: entry?.differences ?? 0,
    core: entry?.core ?? 0,
    isExplained: reason === hash,
  });
}
