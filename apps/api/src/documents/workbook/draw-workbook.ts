import ExcelJS from 'exceljs';
import './whole-characters.js';
import { lettersOf, type Grid, type GridCell } from './grid.js';
import { sheetName, sheetText } from './sheet-text.js';

/** How a column looks, and what its cells take. */
export interface ColumnLook {
  width: number;
  /** In the note of the header; empty for none. */
  note: string;
  isNumber: boolean;
  choices?: readonly string[];
  /** Other words than the choices are taken as well. */
  open?: boolean;
}

export interface DrawnSheet {
  grid: Grid;
  /** By column number; a sheet without looks is drawn as plain text. */
  looks: ReadonlyMap<number, ColumnLook>;
  /** Rows that stay in sight, and a row that is not shown. */
  headerRows: number;
  hiddenRow: number | null;
}

export type Workbook = ExcelJS.Workbook;

const HEADER_FILL = 'FFDCE6F1';
const FONT = '宋体';
/** Choices are offered for this many rows; a longer list takes them all the same. */
const OFFERED_ROWS = 3_000;
/** Excel refuses a longer list of choices. */
const LONGEST_LIST = 255;

/** A workbook that does not tell who wrote it, nor when. */
export function newWorkbook(): Workbook {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '';
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  return workbook;
}

export async function bytesOf(workbook: Workbook): Promise<Buffer> {
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Adds one sheet. Every text goes in as text, so that nothing in it is reckoned. */
export function drawSheet(workbook: Workbook, sheet: DrawnSheet): ExcelJS.Worksheet {
  const taken = workbook.worksheets.map(({ name }) => name);
  const drawn = workbook.addWorksheet(sheetName(sheet.grid.name, taken), {
    views: [{ state: 'frozen', xSplit: sheet.looks.size > 0 ? 1 : 0, ySplit: sheet.headerRows }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
  });
  for (const [column, look] of sheet.looks) drawColumn(drawn, column, look, sheet.headerRows);
  for (const [number, cells] of [...sheet.grid.rows].sort(([a], [b]) => a - b)) {
    const row = drawn.getRow(number);
    for (const [column, cell] of cells) row.getCell(column).value = valueOf(cell);
  }
  for (let number = 1; number <= sheet.headerRows; number += 1) drawHeader(drawn, number, sheet);
  return drawn;
}

/** What is not text or a number any more is shown as the text it was typed as. */
function valueOf({ kind, text }: GridCell): string | number {
  if (kind === 'number' && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
  return sheetText(kind === 'formula' ? `=${text}` : text);
}

function drawColumn(
  sheet: ExcelJS.Worksheet,
  number: number,
  { width, isNumber, choices, open }: ColumnLook,
  headerRows: number,
): void {
  const column = sheet.getColumn(number);
  column.width = width;
  column.style = {
    numFmt: isNumber ? '0' : '@',
    font: { name: FONT, size: 10 },
    alignment: { vertical: 'top', wrapText: true },
  };
  const list = choices?.join(',') ?? '';
  if (list === '' || list.length > LONGEST_LIST) return;
  const letters = lettersOf(number);
  const validations = sheet as ExcelJS.Worksheet & {
    dataValidations: { add: (range: string, validation: ExcelJS.DataValidation) => void };
  };
  validations.dataValidations.add(`${letters}${headerRows + 1}:${letters}${OFFERED_ROWS}`, {
    type: 'list',
    allowBlank: true,
    formulae: [`"${list}"`],
    showErrorMessage: !open,
    errorTitle: '请从列表中选择',
    error: list,
  });
}

function drawHeader(sheet: ExcelJS.Worksheet, number: number, { looks, hiddenRow }: DrawnSheet) {
  const row = sheet.getRow(number);
  for (const [column, { note }] of looks) {
    const cell = row.getCell(column);
    cell.style = {
      numFmt: '@',
      font: { name: FONT, size: 10, bold: true },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADER_FILL } },
      alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
    };
    if (number === 1 && note !== '') cell.note = note;
  }
  row.hidden = number === hiddenRow;
}
