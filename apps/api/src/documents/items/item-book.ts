import type { ItemStandard } from '@yikou/domain';
import type { CellProblem } from '../cell-problem.js';
import {
  bytesOf,
  drawSheet,
  newWorkbook,
  type ColumnLook,
  type DrawnSheet,
} from '../workbook/draw-workbook.js';
import type { Grid } from '../workbook/grid.js';
import { markCells } from '../workbook/mark-cells.js';
import { readGrids } from '../workbook/read-grids.js';
import { BOOK_SHEETS, FIELD_ROW, FIRST_ROW, HEADER_ROW, SHEETS_FOR_PEOPLE } from './book-sheets.js';
import { entriesOf, type Columns } from './column.js';
import { guideSheet, problemSheet } from './people-sheets.js';
import { gridsOf } from './item-grids.js';
import { itemsOfGrids, type ReadItems } from './items-of-grids.js';

/**
 * Items as an XLSX workbook: one row each for what is said once, a sheet of its own for each list.
 * Without items it is the template that streets fill in. {@link readItemBook} gives back the same.
 *
 * @throws DomainError `document.cannot_be_written` for an item without a code, two with the same one,
 *   or a text longer than a cell holds (32 767 characters)
 */
export async function writeItemBook(items: readonly ItemStandard[]): Promise<Buffer> {
  const workbook = newWorkbook();
  for (const grid of gridsOf(items)) drawSheet(workbook, lookOf(grid));
  drawSheet(workbook, guideSheet());
  return bytesOf(workbook);
}

/**
 * The items of a workbook that a street handed in, and every wrong cell of it. An item with a wrong cell
 * in any sheet is left out of the items. Reading blocks for about a second for each 10 MB of XML.
 *
 * @param file at most 10 MB, 50 MB inflated, 20 000 rows a sheet
 * @throws DomainError `document.*` for a file that is not taken at all
 */
export function readItemBook(file: Buffer): ReadItems {
  return itemsOfGrids(readGrids(file));
}

/**
 * The workbook that was handed in, its wrong cells coloured and commented, with a list of the problems
 * in front. Texts and places of cells stay; formats, pictures and formulas of the sender do not.
 *
 * @throws DomainError `document.*` as {@link readItemBook}
 */
export async function markErrors(file: Buffer, problems: readonly CellProblem[]): Promise<Buffer> {
  const grids = readGrids(file).filter(({ name }) => !SHEETS_FOR_PEOPLE.includes(name));
  const workbook = newWorkbook();
  const list = problemSheet(problems);
  if (problems.length > 0) drawSheet(workbook, list);
  for (const grid of grids) {
    const drawn = drawSheet(workbook, lookOf(grid));
    markCells(
      drawn,
      problems.filter(({ sheet }) => sheet === grid.name),
    );
  }
  drawSheet(workbook, guideSheet());
  return bytesOf(workbook);
}

/** A sheet of the book gets its looks by its headers, wherever its columns stand. */
function lookOf(grid: Grid): DrawnSheet {
  const known = BOOK_SHEETS.find(({ name }) => name === grid.name);
  if (!known) return { grid, looks: new Map(), headerRows: 0, hiddenRow: null };
  const hasFields = [...(grid.rows.get(FIELD_ROW)?.values() ?? [])].some(
    ({ text }) => text === 'code',
  );
  const looks = new Map<number, ColumnLook>();
  for (const [number, { text }] of grid.rows.get(HEADER_ROW) ?? []) {
    const look = lookFor(text.trim(), known.columns);
    if (look) looks.set(number, look);
  }
  return {
    grid,
    looks,
    headerRows: hasFields ? FIRST_ROW - 1 : HEADER_ROW,
    hiddenRow: hasFields ? FIELD_ROW : null,
  };
}

function lookFor(header: string, columns: Columns): ColumnLook | null {
  const [, found] = entriesOf(columns).find(([, its]) => its.header === header) ?? [];
  if (!found) return null;
  const { width, note, codec } = found;
  const isNumber = codec.most !== undefined;
  return { width, note, isNumber, choices: codec.choices, open: codec.open };
}
