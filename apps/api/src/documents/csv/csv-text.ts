import { documentError } from '../document-error.js';
import { putRow, textCell, type Grid } from '../workbook/grid.js';
import { MOST_CELLS, MOST_ROWS } from '../workbook/sheet-cells.js';

const BOM = '\ufeff';

/**
 * Spreadsheets take a field that begins like this for a formula, whatever its quotes; the full-width
 * signs are what a Chinese input method types for them. A leading apostrophe is guarded as well, so that
 * reading can tell ours from one that belongs to the text.
 */
const MISLEADS = /^(?:['\t\r\n]|\s*[=+\-@|%＝＋－＠])/u;

/** Rows as CSV (RFC 4180) in UTF-8 with a byte order mark, which Excel and WPS need to read Chinese. */
export function csvOf(rows: readonly (readonly string[])[]): Buffer {
  const lines = rows.map((fields) => fields.map(fieldOf).join(','));
  return Buffer.from(`${BOM}${lines.join('\r\n')}\r\n`, 'utf8');
}

function fieldOf(text: string): string {
  const guarded = MISLEADS.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/u.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function unguarded(field: string): string {
  return field.startsWith("'") && MISLEADS.test(field.slice(1)) ? field.slice(1) : field;
}

/**
 * The cells of a CSV file. Row numbers are those that a spreadsheet shows, not lines of the file.
 *
 * @param name what the sheet is called in problems
 * @throws DomainError `document.not_text`, `document.damaged`, `document.too_many_rows`
 */
export function gridOfCsv(name: string, file: Buffer): Grid {
  const grid: Grid = { name, rows: new Map() };
  let number = 0;
  let cells = 0;
  for (const fields of recordsOf(decoded(file))) {
    number += 1;
    cells += fields.length;
    if (number > MOST_ROWS || cells > MOST_CELLS) throw documentError('document.too_many_rows');
    putRow(
      grid,
      number,
      fields.map((field) => (field === '' ? null : textCell(unguarded(field)))),
    );
  }
  return grid;
}

/** Chinese Excel saves CSV as GBK unless told otherwise; GB18030 (mandatory by law) contains it. */
function decoded(file: Buffer): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(file);
    } catch {
      // The next one may fit.
    }
  }
  throw documentError('document.not_text');
}

function* recordsOf(text: string): Generator<string[]> {
  let fields: string[] = [];
  for (let at = 0; at < text.length;) {
    const end = text.startsWith('"', at) ? endOfQuoted(text, at) : endOfPlain(text, at);
    const field = text.slice(at, end);
    fields.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1;
    if (text.charAt(end) === ',' && at < text.length) continue;
    yield fields;
    fields = [];
  }
}

/** The place after the closing quote; a doubled quote is one of the text. */
function endOfQuoted(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (at !== -1 && text.charAt(at + 1) === '"') at = text.indexOf('"', at + 2);
  const next = text.charAt(at + 1);
  if (at === -1 || !['', ',', '\r', '\n'].includes(next)) {
    throw documentError('document.damaged', '引号不成对');
  }
  return at + 1;
}

function endOfPlain(text: string, start: number): number {
  let at = start;
  while (at < text.length && !',\r\n'.includes(text.charAt(at))) at += 1;
  return at;
}
