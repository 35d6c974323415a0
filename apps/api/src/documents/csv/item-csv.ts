import type { ItemStandard } from '@yikou/domain';
import type { CellProblem } from '../cell-problem.js';
import { documentError } from '../document-error.js';
import { entriesOf } from '../items/column.js';
import { rowOf } from '../items/flat-item.js';
import { cellsOf, refuseCodes } from '../items/item-grids.js';
import { soundRows, type ReadItems } from '../items/items-of-grids.js';
import { standardOf } from '../items/flat-item.js';
import { listsOf, type ItemLists } from '../items/list-sheets.js';
import { readRows } from '../items/sheet-rows.js';
import { PACKAGE_LIMITS } from '../workbook/open-package.js';
import { csvOf, gridOfCsv } from './csv-text.js';
import { FLAT_COLUMNS } from './flat-columns.js';

/** What the only sheet of a CSV list is called in problems. */
export const CSV_SHEET = '事项清单';

/**
 * Items as a CSV list, a row each; no field can start a formula. {@link readItemCsv} gives back the same
 * items, but for halves of surrogate pairs, which UTF-8 cannot hold. A spreadsheet in between may drop
 * leading zeros: between people, use the workbook.
 *
 * @throws DomainError `document.cannot_be_written`
 */
export function writeItemCsv(items: readonly ItemStandard[]): Buffer {
  refuseCodes(items);
  const entries = entriesOf(FLAT_COLUMNS);
  const rows = items.map((item) =>
    cellsOf({ ...rowOf(item), ...listsOf(item) }, entries).map((cell) => cell?.text ?? ''),
  );
  return csvOf([entries.map(([, { header }]) => header), ...rows]);
}

/**
 * The items of a CSV list in UTF-8 or GB18030, and every wrong cell of it.
 *
 * @param file at most 10 MB, 20 000 rows
 * @throws DomainError `document.too_large`, `document.not_text`, `document.damaged`,
 *   `document.too_many_rows`
 */
export function readItemCsv(file: Buffer): ReadItems {
  if (file.length > PACKAGE_LIMITS.file) throw documentError('document.too_large');
  const problems: CellProblem[] = [];
  const sheet = { name: CSV_SHEET, columns: FLAT_COLUMNS };
  const rows = soundRows(readRows(sheet, gridOfCsv(CSV_SHEET, file), problems), problems);
  const items = [...rows.values()].flatMap((row) =>
    row === null ? [] : [standardOf(row, row as unknown as ItemLists)],
  );
  return { items, problems };
}
