import { keyText, optionalCount, text } from './cell-codec.js';
import { column, type Columns } from './column.js';
import { ITEM_COLUMNS } from './item-columns.js';
import { LIST_NAMES, LIST_SHEETS } from './list-sheets.js';

const MOST_ENTRIES = 9_999;

/** What stands before the columns of a list: whose entry it is, and which in its order. */
export const ENTRY_COLUMNS = {
  code: column('事项编码', keyText, 16, '必填，须与“事项”表中的编码一致。'),
  itemName: column('事项名称（仅供对照）', text, 26, '仅供对照，读取时忽略，可留空。'),
  number: column(
    '序号',
    optionalCount(MOST_ENTRIES),
    8,
    '同一事项内不得重复；留空则接在上一行之后。',
  ),
};

export interface BookSheet {
  name: string;
  columns: Columns;
}

export const ITEM_SHEET = { name: '事项', columns: ITEM_COLUMNS } satisfies BookSheet;

/** The sheets of the book in their order, the items first. */
export const BOOK_SHEETS: readonly BookSheet[] = [
  ITEM_SHEET,
  ...LIST_NAMES.map((name) => ({
    name: LIST_SHEETS[name].sheet,
    columns: { ...ENTRY_COLUMNS, ...LIST_SHEETS[name].columns },
  })),
];

/** Sheets for people alone: how to fill in the book, and what is wrong with it. */
export const GUIDE_SHEET = '填表说明';
export const PROBLEM_SHEET = '问题清单';
export const SHEETS_FOR_PEOPLE: readonly string[] = [GUIDE_SHEET, PROBLEM_SHEET];

/** Where things stand in each sheet: Chinese headers, the names of the fields (hidden), the entries. */
export const HEADER_ROW = 1;
export const FIELD_ROW = 2;
export const FIRST_ROW = 3;
