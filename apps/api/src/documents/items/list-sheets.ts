import type { ItemStandard } from '@yikou/domain';
import type { Columns, RowOf } from './column.js';
import {
  BASIS_COLUMNS,
  CONDITION_COLUMNS,
  MATERIAL_COLUMNS,
  PROCEDURE_COLUMNS,
  STEP_COLUMNS,
} from './list-columns.js';

/** A list of an item with a sheet of its own: a row for each of its entries. */
interface ListSheet<C extends Columns> {
  sheet: string;
  columns: C;
  rowsOf: (standard: ItemStandard) => readonly RowOf<C>[];
}

function listSheet<C extends Columns>(
  sheet: string,
  columns: C,
  rowsOf: ListSheet<C>['rowsOf'],
): ListSheet<C> {
  return { sheet, columns, rowsOf };
}

/** By the name of the list in the content. */
export const LIST_SHEETS = {
  conditions: listSheet('受理条件', CONDITION_COLUMNS, ({ conditions }) =>
    conditions.map((text) => ({ text })),
  ),
  steps: listSheet('办理环节', STEP_COLUMNS, ({ steps }) => steps),
  materials: listSheet('申请材料', MATERIAL_COLUMNS, ({ materials }) => materials),
  specialProcedures: listSheet(
    '特别程序',
    PROCEDURE_COLUMNS,
    ({ specialProcedures }) => specialProcedures,
  ),
  legalBases: listSheet('设定依据', BASIS_COLUMNS, ({ legalBases }) => legalBases),
};

export type ListName = keyof typeof LIST_SHEETS;
export const LIST_NAMES = Object.keys(LIST_SHEETS) as ListName[];

/** The rows of every list of one item. */
export type ItemLists = {
  [K in ListName]: RowOf<(typeof LIST_SHEETS)[K]['columns']>[];
};

export function listsOf(standard: ItemStandard): ItemLists {
  const lists = LIST_NAMES.map((name) => [name, [...LIST_SHEETS[name].rowsOf(standard)]]);
  return Object.fromEntries(lists) as ItemLists;
}
