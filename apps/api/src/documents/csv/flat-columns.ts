import { CellRefusal } from '../cell-problem.js';
import { wordsIn, written, type Codec } from '../items/cell-codec.js';
import { column, entriesOf, type Columns } from '../items/column.js';
import { ITEM_COLUMNS } from '../items/item-columns.js';
import { BAR, lineOfParts, partsOfLine, textLines } from '../items/lines.js';
import { LIST_NAMES, LIST_SHEETS, type ListName } from '../items/list-sheets.js';
import { textCell } from '../workbook/grid.js';

const WIDTH = 40;

const conditionLines: Codec<readonly { text: string }[]> = {
  write: (rows) => textLines.write(rows.map(({ text }) => text)),
  read: (cell) => textLines.read(cell).map((text) => ({ text })),
};

/** Everything of an item in one row; a list is a cell with a line for each of its entries. */
export const FLAT_COLUMNS: Columns = {
  ...ITEM_COLUMNS,
  ...Object.fromEntries(LIST_NAMES.map((name) => [name, listColumn(name)])),
};

function listColumn(name: ListName) {
  const { sheet, columns } = LIST_SHEETS[name];
  const entries = entriesOf(columns);
  if (entries.length === 1) return column(sheet, conditionLines, WIDTH);
  const headers = entries.map(([, { header }]) => header).join(BAR);
  return column(`${sheet}（${headers}）`, rowLines(columns), WIDTH);
}

type Row = Readonly<Record<string, unknown>>;

function rowLines(columns: Columns): Codec<readonly Row[]> {
  const entries = entriesOf(columns);
  return {
    write: (rows) => {
      const lines = rows.map((row) =>
        lineOfParts(entries.map(([field, { codec }]) => codec.write(row[field])?.text ?? '')),
      );
      return written(lines.join('\n'));
    },
    read: (cell) =>
      wordsIn(cell)
        .split(/\r?\n/)
        .filter((line) => line !== '')
        .map((line, i) => rowOfLine(line, i + 1, entries)),
  };
}

/** @throws CellRefusal that names the line and the part */
function rowOfLine(line: string, number: number, entries: ReturnType<typeof entriesOf>): Row {
  const parts = partsOfLine(line);
  if (parts.length > entries.length) {
    const title = `第${number}行多于${entries.length}段，请按表头以“${BAR}”分段。`;
    throw new CellRefusal('cell.malformed', title);
  }
  const read = entries.map(([field, { header, codec }], i) => {
    const part = parts[i] ?? '';
    try {
      return [field, codec.read(part === '' ? null : textCell(part))];
    } catch (error) {
      if (!(error instanceof CellRefusal)) throw error;
      throw new CellRefusal(error.code, `第${number}行“${header}”：${error.title}`);
    }
  });
  return Object.fromEntries(read) as Row;
}
