/** One wrong cell of a file that somebody handed in. */
export interface CellProblem {
  sheet: string;
  /** As the spreadsheet counts: from 1, headers included. */
  row: number;
  /** The spreadsheet's letters, such as `C`; in a JSON list the path of the field. */
  column: string;
  code: CellProblemCode;
  /** One Chinese sentence that says how to mend it. */
  title: string;
}

export type CellProblemCode =
  | 'cell.missing'
  | 'cell.not_a_number'
  | 'cell.not_a_choice'
  | 'cell.not_text'
  | 'cell.malformed'
  | 'cell.too_long'
  | 'cell.formula'
  | 'cell.error_value'
  | 'cell.duplicate'
  | 'cell.item_unknown'
  | 'column.unknown'
  | 'column.duplicate'
  | 'column.missing'
  | 'sheet.unknown'
  | 'sheet.missing'
  | 'item.refused';

/** Thrown by a codec for one cell, and caught where the cell's place is known. */
export class CellRefusal extends Error {
  constructor(
    readonly code: CellProblemCode,
    readonly title: string,
  ) {
    super(title);
  }
}
