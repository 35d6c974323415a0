import type { ItemStandard } from '@yikou/domain';
import type { CellProblem } from '../cell-problem.js';
import { documentError } from '../document-error.js';
import { columnOf, type Grid } from '../workbook/grid.js';
import { ENTRY_COLUMNS, ITEM_SHEET, SHEETS_FOR_PEOPLE } from './book-sheets.js';
import { standardOf } from './flat-item.js';
import type { ItemRow } from './item-columns.js';
import { entriesByItem } from './list-entries.js';
import { LIST_NAMES, LIST_SHEETS, type ItemLists } from './list-sheets.js';
import { add, readRows, type ReadRow, type ReadSheet } from './sheet-rows.js';

/** What a file says: the items without a fault, and every fault of the others. */
export interface ReadItems {
  items: ItemStandard[];
  problems: CellProblem[];
}

/**
 * The items of a book's sheets, in the order of their rows.
 *
 * @throws DomainError `document.not_a_workbook` without the sheet of the items
 */
export function itemsOfGrids(grids: readonly Grid[]): ReadItems {
  const problems: CellProblem[] = strangeSheets(grids);
  const grid = grids.find(({ name }) => name === ITEM_SHEET.name);
  if (!grid) {
    throw documentError('document.not_a_workbook', `缺少工作表“${ITEM_SHEET.name}”`);
  }
  const rows = soundRows(readRows(ITEM_SHEET, grid, problems), problems);
  const unsound = new Set<string>();
  const lists = LIST_NAMES.map((name) => {
    const { sheet, columns } = LIST_SHEETS[name];
    const list = grids.find((its) => its.name === sheet);
    if (!list) add(problems, [missingSheet(sheet)]);
    const read = readRows(
      { name: sheet, columns: { ...ENTRY_COLUMNS, ...columns } },
      list ?? { name: sheet, rows: new Map() },
      list ? problems : [],
    );
    return [name, entriesByItem(read, columns, rows, unsound, problems)] as const;
  });
  const items = [...rows].flatMap(([code, row]) => {
    if (row === null || unsound.has(code)) return [];
    const own = lists.map(([name, entries]) => [name, entries.get(code) ?? []]);
    return [standardOf(row, Object.fromEntries(own) as ItemLists)];
  });
  return { items, problems: inOrder(problems, grids) };
}

/** As one goes through the book: by sheet, row and column. */
function inOrder(problems: readonly CellProblem[], grids: readonly Grid[]): CellProblem[] {
  const sheets = grids.map(({ name }) => name);
  return [...problems].sort(
    (a, b) =>
      sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) ||
      a.row - b.row ||
      columnOf(a.column) - columnOf(b.column),
  );
}

/** The rows by the item's code; null for one that has a fault. */
export function soundRows(sheet: ReadSheet, problems: CellProblem[]): Map<string, ItemRow | null> {
  const rows = new Map<string, ItemRow | null>();
  for (const row of sheet.rows) {
    const code = row.read.get('code') as string | undefined;
    if (code === undefined) continue;
    const found = [...twice(sheet, row, rows.has(code)), ...feeWithoutItsBeingCharged(sheet, row)];
    add(problems, found);
    const isSound = row.isSound && found.length === 0;
    rows.set(code, isSound ? (Object.fromEntries(row.read) as unknown as ItemRow) : null);
  }
  return rows;
}

function twice({ problemAt }: ReadSheet, { number }: ReadRow, isTwice: boolean): CellProblem[] {
  if (!isTwice) return [];
  return [problemAt(number, 'code', 'cell.duplicate', '事项编码重复，请改正或删去一行。')];
}

function feeWithoutItsBeingCharged({ problemAt }: ReadSheet, { number, read }: ReadRow) {
  const told = ['fee.amountFen', 'fee.amount', 'fee.basis'].map((field) => read.get(field) ?? null);
  if (read.get('fee.charged') !== null || told.every((value) => value === null)) return [];
  const title = '已填收费标准或依据，请同时填明是否收费。';
  return [problemAt(number, 'fee.charged', 'cell.missing', title)];
}

/** What stands on a sheet that nobody knows must not get lost unseen; an empty one does no harm. */
function strangeSheets(grids: readonly Grid[]): CellProblem[] {
  const known = new Set([
    ITEM_SHEET.name,
    ...LIST_NAMES.map((name) => LIST_SHEETS[name].sheet),
    ...SHEETS_FOR_PEOPLE,
  ]);
  return grids
    .filter(({ name, rows }) => !known.has(name) && rows.size > 0)
    .map(({ name }) => ({
      sheet: name,
      row: 1,
      column: 'A',
      code: 'sheet.unknown',
      title: '不认识这张工作表，请删去，或把内容移到模板的工作表中。',
    }));
}

function missingSheet(sheet: string): CellProblem {
  const title = `缺少工作表“${sheet}”，没有内容也请按模板保留表头。`;
  return { sheet: ITEM_SHEET.name, row: 1, column: 'A', code: 'sheet.missing', title };
}
