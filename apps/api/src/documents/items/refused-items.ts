import type { CellProblem } from '../cell-problem.js';
import { gridOfCsv } from '../csv/csv-text.js';
import { FLAT_COLUMNS } from '../csv/flat-columns.js';
import { CSV_SHEET } from '../csv/item-csv.js';
import { JSON_LIST, listIn } from '../json/item-json.js';
import type { Grid } from '../workbook/grid.js';
import { readGrids } from '../workbook/read-grids.js';
import { ITEM_SHEET, type BookSheet } from './book-sheets.js';
import type { ListFormat } from './returned-book.js';
import { readRows } from './sheet-rows.js';

/** Why a whole item of a file is not taken: one Chinese sentence that says how to mend it. */
export type ItemRefusal = string;

const CODE = 'item.refused';

/**
 * The refusals of whole items as problems of the cells that hold their codes.
 *
 * @param refusals by the code of the item
 * @throws DomainError `document.*` for a file that cannot be read
 */
export function problemsOfItems(
  file: Buffer,
  format: ListFormat,
  refusals: ReadonlyMap<string, ItemRefusal>,
): CellProblem[] {
  if (refusals.size === 0) return [];
  if (format === 'json') return inJson(file, refusals);
  if (format === 'csv') {
    const sheet = { name: CSV_SHEET, columns: FLAT_COLUMNS };
    return inGrid(sheet, gridOfCsv(CSV_SHEET, file), refusals);
  }
  const grid = readGrids(file).find(({ name }) => name === ITEM_SHEET.name);
  return grid ? inGrid(ITEM_SHEET, grid, refusals) : [];
}

function inGrid(
  sheet: BookSheet,
  grid: Grid,
  refusals: ReadonlyMap<string, ItemRefusal>,
): CellProblem[] {
  const { rows, problemAt } = readRows(sheet, grid, []);
  return rows.flatMap(({ number, read }) => {
    const title = refusals.get((read.get('code') as string | undefined) ?? '');
    return title === undefined ? [] : [problemAt(number, 'code', CODE, title)];
  });
}

function inJson(file: Buffer, refusals: ReadonlyMap<string, ItemRefusal>): CellProblem[] {
  return listIn(file).flatMap((value, i) => {
    const code = (value as { code?: unknown } | null)?.code;
    const title = typeof code === 'string' ? refusals.get(code) : undefined;
    if (title === undefined) return [];
    return [{ sheet: JSON_LIST, row: i + 1, column: 'code', code: CODE, title }];
  });
}
