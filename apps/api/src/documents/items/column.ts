import type { Codec } from './cell-codec.js';

/** One column of a sheet: its header in Chinese; its field name is its key in the sheet's columns. */
export interface Column<T> {
  header: string;
  /** What is allowed, in the note of the header. */
  note: string;
  /** In characters, as spreadsheets count. */
  width: number;
  codec: Codec<T>;
}

export function column<T>(header: string, codec: Codec<T>, width: number, note = ''): Column<T> {
  return { header, codec, width, note };
}

export type Columns = Readonly<Record<string, Column<unknown>>>;

/** What a row of these columns holds. */
export type RowOf<C> = { [K in keyof C]: C[K] extends Column<infer T> ? T : never };

/** The columns in the order in which they are laid out. */
export function entriesOf<C extends Columns>(columns: C): [keyof C & string, Column<unknown>][] {
  return Object.entries(columns);
}
