/** What a cell holds: text wherever the sheet asks for text; a number only where it asks for one. */
export type CellKind = 'text' | 'number' | 'boolean' | 'formula' | 'error';

export interface GridCell {
  kind: CellKind;
  /** As it stands in the file: a number in its shortest form, a formula without its `=`. */
  text: string;
}

/** A sheet without its looks: rows by number, cells by column number, both from 1, empty ones left out. */
export interface Grid {
  name: string;
  rows: Map<number, Map<number, GridCell>>;
}

const LETTERS = 26;
const FIRST = 'A'.charCodeAt(0);
export const LAST_COLUMN = 16_384;
export const LAST_ROW = 1_048_576;

/** 1 → A, 27 → AA. */
export function lettersOf(column: number): string {
  let rest = column;
  let letters = '';
  while (rest > 0) {
    letters = String.fromCharCode(FIRST + ((rest - 1) % LETTERS)) + letters;
    rest = Math.floor((rest - 1) / LETTERS);
  }
  return letters;
}

/** A → 1, AA → 27. */
export function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - FIRST + 1, 0);
}

export function textCell(text: string): GridCell {
  return { kind: 'text', text };
}

/** Puts a row of cells down; `null` leaves its cell empty. */
export function putRow(grid: Grid, number: number, cells: readonly (GridCell | null)[]): void {
  const row = new Map<number, GridCell>();
  cells.forEach((cell, i) => {
    if (cell) row.set(i + 1, cell);
  });
  if (row.size > 0) grid.rows.set(number, row);
}
