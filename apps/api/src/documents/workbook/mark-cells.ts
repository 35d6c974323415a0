import type ExcelJS from 'exceljs';
import type { CellProblem } from '../cell-problem.js';
import { sheetText } from './sheet-text.js';

const WRONG_FILL = 'FFFFC7CE';
const WRONG_INK = 'FF9C0006';

/** Colours the wrong cells of a sheet, and says in a note of each what is wrong. */
export function markCells(sheet: ExcelJS.Worksheet, problems: readonly CellProblem[]): void {
  const byCell = new Map<string, string[]>();
  for (const { row, column, title } of problems) {
    const address = `${column}${row}`;
    byCell.set(address, [...(byCell.get(address) ?? []), title]);
  }
  for (const [address, titles] of byCell) {
    const cell = sheet.getCell(address);
    cell.style = {
      ...cell.style,
      fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: WRONG_FILL } },
      font: { ...cell.style.font, color: { argb: WRONG_INK } },
    };
    cell.note = titles.map((title) => `【有误】${sheetText(title)}`).join('\n');
  }
}
