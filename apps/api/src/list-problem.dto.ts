/** A wrong cell of a list that was handed in. */
export class ListProblemDto {
  sheet: string;
  /** As the spreadsheet counts; in a JSON list the place of the item, from 1. */
  row: number;
  /** The spreadsheet's letters; in a JSON list the path of the field. */
  column: string;
  code: string;
  /** How to mend it. */
  title: string;
}
