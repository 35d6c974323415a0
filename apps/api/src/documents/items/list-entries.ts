import type { CellProblem } from '../cell-problem.js';
import type { Columns } from './column.js';
import { add, type ReadRow, type ReadSheet } from './sheet-rows.js';

type Entry = Record<string, unknown>;

/** The entries of one item as far as read. */
interface Own {
  entries: { number: number; entry: Entry }[];
  numbers: Set<number>;
}

/**
 * The entries of a list by the item they belong to, each item's in the order of their numbers; a row
 * without a number follows the row above it.
 *
 * @param known the codes of the items of the file
 * @param unsound takes the codes of items with a fault in this list
 */
export function entriesByItem(
  sheet: ReadSheet,
  columns: Columns,
  known: ReadonlyMap<string, unknown>,
  unsound: Set<string>,
  problems: CellProblem[],
): Map<string, Entry[]> {
  const items = new Map<string, Own>();
  for (const row of sheet.rows) {
    const code = row.read.get('code') as string | undefined;
    if (code === undefined) continue;
    const own = items.get(code) ?? { entries: [], numbers: new Set<number>() };
    items.set(code, own);
    const found = faultsOf(sheet, row, known.has(code), own);
    add(problems, found);
    if (!row.isSound || found.length > 0) unsound.add(code);
    place(row, own, columns);
  }
  return new Map([...items].map(([code, own]) => [code, inOrder(own)]));
}

function numberOf({ read }: ReadRow): number | null {
  return (read.get('number') as number | null | undefined) ?? null;
}

function faultsOf(
  { problemAt }: ReadSheet,
  row: ReadRow,
  isKnown: boolean,
  { numbers }: Own,
): CellProblem[] {
  const found: CellProblem[] = [];
  if (!isKnown) {
    const title = '“事项”表中没有这个编码，请核对编码。';
    found.push(problemAt(row.number, 'code', 'cell.item_unknown', title));
  }
  const number = numberOf(row);
  if (number !== null && numbers.has(number)) {
    const title = '同一事项内序号重复，请重新编号。';
    found.push(problemAt(row.number, 'number', 'cell.duplicate', title));
  }
  return found;
}

function place(row: ReadRow, { entries, numbers }: Own, columns: Columns): void {
  const number = numberOf(row);
  if (number !== null) numbers.add(number);
  const told = Object.keys(columns).map((field) => [field, row.read.get(field)]);
  entries.push({
    number: number ?? entries.at(-1)?.number ?? 0,
    entry: Object.fromEntries(told) as Entry,
  });
}

function inOrder({ entries }: Own): Entry[] {
  return entries.sort((a, b) => a.number - b.number).map(({ entry }) => entry);
}
