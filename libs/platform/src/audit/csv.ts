/**
 * What a spreadsheet takes for a formula: it begins with one of these signs, also in the wide shape
 * of Chinese typing, or behind blanks that are cut off on reading.
 */
const FORMULA = /^[\s\0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;
/** Also what splits cells where a list is written with another sign than the comma. */
const QUOTED = /[",;\t\r\n]/;

/** One record of RFC 4180 with its end; a cell that would be taken for a formula gets an apostrophe. */
export function csvRecord(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: string | number | null): string {
  const plain = String(value ?? '');
  const text = FORMULA.test(plain) ? `'${plain}` : plain;
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
