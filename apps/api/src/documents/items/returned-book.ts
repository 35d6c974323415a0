import type { CellProblem } from '../cell-problem.js';
import { gridOfCsv } from '../csv/csv-text.js';
import { CSV_SHEET } from '../csv/item-csv.js';
import { bytesOf, drawSheet, newWorkbook } from '../workbook/draw-workbook.js';
import { markCells } from '../workbook/mark-cells.js';
import { markErrors } from './item-book.js';
import { guideSheet, problemSheet } from './people-sheets.js';

/** The kinds of file that a list of items comes as. */
export const LIST_FORMATS = ['xlsx', 'csv', 'json'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/**
 * The workbook that goes back to the sender of a list: the list of its problems in front, and the wrong
 * cells marked where the list has cells.
 *
 * @throws DomainError `document.*` for a file that cannot be read
 */
export async function returnedBook(
  file: Buffer,
  format: ListFormat,
  problems: readonly CellProblem[],
): Promise<Buffer> {
  if (format === 'xlsx') return markErrors(file, problems);
  const workbook = newWorkbook();
  drawSheet(workbook, problemSheet(problems));
  if (format === 'csv') {
    const grid = gridOfCsv(CSV_SHEET, file);
    markCells(
      drawSheet(workbook, { grid, looks: new Map(), headerRows: 1, hiddenRow: null }),
      problems,
    );
  }
  drawSheet(workbook, guideSheet());
  return bytesOf(workbook);
}
