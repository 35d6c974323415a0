import type { ItemStandard } from '@yikou/domain';
import { documentError } from '../document-error.js';
import { putRow, textCell, type Grid, type GridCell } from '../workbook/grid.js';
import {
  ENTRY_COLUMNS,
  FIELD_ROW,
  FIRST_ROW,
  HEADER_ROW,
  ITEM_SHEET,
  type BookSheet,
} from './book-sheets.js';
import { LONGEST_CELL } from './cell-codec.js';
import { entriesOf } from './column.js';
import { rowOf } from './flat-item.js';
import { LIST_NAMES, LIST_SHEETS, type ListName } from './list-sheets.js';

type Row = Readonly<Record<string, unknown>>;

/**
 * The sheets of a book of items; of none, the empty template.
 *
 * @throws DomainError `document.cannot_be_written` for an item without a code, two with the same one,
 *   or a text longer than a cell
 */
export function gridsOf(items: readonly ItemStandard[]): Grid[] {
  refuseCodes(items);
  return [gridOf(ITEM_SHEET, items.map(rowOf)), ...LIST_NAMES.map((name) => listGrid(name, items))];
}

function listGrid(name: ListName, items: readonly ItemStandard[]): Grid {
  const { sheet, columns, rowsOf } = LIST_SHEETS[name];
  const rows = items.flatMap((item) =>
    rowsOf(item).map((entry, i) => ({
      ...entry,
      code: item.code,
      itemName: item.name,
      number: i + 1,
    })),
  );
  return gridOf({ name: sheet, columns: { ...ENTRY_COLUMNS, ...columns } }, rows);
}

function gridOf({ name, columns }: BookSheet, rows: readonly object[]): Grid {
  const grid: Grid = { name, rows: new Map() };
  const entries = entriesOf(columns);
  const headers = entries.map(([, { header }]) => textCell(header));
  putRow(grid, HEADER_ROW, headers);
  putRow(
    grid,
    FIELD_ROW,
    entries.map(([field]) => textCell(field)),
  );
  rows.forEach((row, i) => putRow(grid, FIRST_ROW + i, cellsOf(row as Row, entries)));
  return grid;
}

/** @throws DomainError `document.cannot_be_written` */
export function cellsOf(row: Row, entries: ReturnType<typeof entriesOf>): (GridCell | null)[] {
  return entries.map(([field, { header, codec }]) => {
    const cell = codec.write(row[field]);
    if (cell && cell.text.length > LONGEST_CELL) {
      throw documentError(
        'document.cannot_be_written',
        `${String(row.code)} ${header}: 超过${LONGEST_CELL}字`,
      );
    }
    return cell;
  });
}

export function refuseCodes(items: readonly ItemStandard[]): void {
  const codes = new Set<string>();
  for (const { code, name } of items) {
    const isKey = code !== '' && code === code.trim() && !codes.has(code);
    if (!isKey)
      throw documentError('document.cannot_be_written', `${code} ${name}: 编码缺失或重复`);
    codes.add(code);
  }
}
