import { PassThrough, type Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { sheetName, sheetText } from './sheet-text.js';

export interface TableColumn {
  title: string;
  /** In characters. */
  width: number;
}

/** A table that is written as it comes: rows already written are held nowhere. */
export interface StreamedTable {
  /** The workbook's bytes; ends after `end`. */
  content: Readable;
  /** Waits until the reader of `content` has kept up. */
  add(rows: readonly (readonly (string | number)[])[]): Promise<void>;
  /** With notes below the last row. */
  end(notes?: readonly string[]): Promise<void>;
  /** The rest will not come: whoever reads `content` gets an error. */
  abort(reason: Error): void;
}

/** Half a megabyte packed; beyond it the rows wait. */
const HELD_BYTES = 512 * 1024;

/** Begins a workbook of one sheet. Every text goes in as text, so that nothing in it is reckoned. */
export function streamTable(name: string, columns: readonly TableColumn[]): StreamedTable {
  const content = new PassThrough({ highWaterMark: HELD_BYTES });
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: content, useStyles: true });
  workbook.creator = '';
  const sheet = workbook.addWorksheet(sheetName(name, []), {
    views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
  });
  sheet.columns = columns.map(({ title, width }) => ({ header: title, width }));
  const header = sheet.getRow(1);
  header.font = { bold: true };
  header.commit();
  const write = (cells: readonly (string | number)[]) =>
    sheet.addRow(cells.map((cell) => (typeof cell === 'string' ? sheetText(cell) : cell))).commit();
  return {
    content,
    add: async (rows) => {
      for (const cells of rows) write(cells);
      await roomIn(content);
    },
    end: async (notes = []) => {
      for (const note of notes) write([note]);
      sheet.commit();
      await workbook.commit();
    },
    abort: (reason) => void content.destroy(reason),
  };
}

function roomIn(content: PassThrough): Promise<void> {
  if (!content.writableNeedDrain || content.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    content.once('drain', resolve);
    content.once('close', resolve);
  });
}
