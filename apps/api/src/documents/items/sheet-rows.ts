import { CellRefusal, type CellProblem } from '../cell-problem.js';
import { lettersOf, type Grid, type GridCell } from '../workbook/grid.js';
import { FIELD_ROW, FIRST_ROW, HEADER_ROW, type BookSheet } from './book-sheets.js';
import { entriesOf } from './column.js';

/** One row as read. */
export interface ReadRow {
  number: number;
  /** What could be read, cell by cell. */
  read: ReadonlyMap<string, unknown>;
  isSound: boolean;
}

/** The rows of a sheet, and where its fields stand, for problems that show only between rows. */
export interface ReadSheet {
  rows: ReadRow[];
  problemAt: (row: number, field: string, code: CellProblem['code'], title: string) => CellProblem;
}

/** More problems than this nobody mends one by one. */
export const MOST_PROBLEMS = 5_000;

/**
 * Reads the rows of one sheet by its headers: the hidden names of the fields, or else the Chinese words,
 * in whatever order the columns stand. A column may be missing if its cells may be empty, and every one
 * of a sheet without entries.
 *
 * @param problems where wrong cells are added, {@link MOST_PROBLEMS} at most
 */
export function readRows(sheet: BookSheet, grid: Grid, problems: CellProblem[]): ReadSheet {
  const { places, first } = headersOf(sheet, grid, problems);
  const problemAt: ReadSheet['problemAt'] = (row, field, code, title) =>
    problemIn(grid, row, places.get(field) ?? 1, code, title);
  const rows: ReadRow[] = [];
  for (const [number, cells] of [...grid.rows].sort(([a], [b]) => a - b)) {
    if (number < first || isBlank(cells)) continue;
    const { read, refused } = readCells(sheet, cells, places);
    // A column that is missing is told once, not in every row.
    const wrong = refused.filter(([field]) => places.has(field));
    add(
      problems,
      wrong.map(([field, { code, title }]) => problemAt(number, field, code, title)),
    );
    rows.push({ number, read, isSound: refused.length === 0 });
  }
  return { rows, problemAt };
}

export function add(problems: CellProblem[], found: readonly CellProblem[]): void {
  problems.push(...found.slice(0, Math.max(0, MOST_PROBLEMS - problems.length)));
}

function problemIn(
  grid: Grid,
  row: number,
  column: number,
  code: CellProblem['code'],
  title: string,
): CellProblem {
  return { sheet: grid.name, row, column: lettersOf(column), code, title };
}

type Cells = ReadonlyMap<number, GridCell>;

function isBlank(cells: Cells): boolean {
  return [...cells.values()].every(({ kind, text }) => kind === 'text' && text.trim() === '');
}

function readCells({ columns }: BookSheet, cells: Cells, places: ReadonlyMap<string, number>) {
  const read = new Map<string, unknown>();
  const refused: [string, CellRefusal][] = [];
  for (const [field, { codec }] of entriesOf(columns)) {
    try {
      read.set(field, codec.read(cells.get(places.get(field) ?? 0) ?? null));
    } catch (error) {
      if (!(error instanceof CellRefusal)) throw error;
      refused.push([field, error]);
    }
  }
  return { read, refused };
}

interface Headers {
  /** The column in which each field stands. */
  places: Map<string, number>;
  /** The row of the first entry. */
  first: number;
}

function headersOf(sheet: BookSheet, grid: Grid, problems: CellProblem[]): Headers {
  const names = namesOf(sheet);
  const words = grid.rows.get(HEADER_ROW) ?? new Map<number, GridCell>();
  const fields = grid.rows.get(FIELD_ROW) ?? new Map<number, GridCell>();
  const hasFields = [...fields.values()].some(({ text }) => text === KEY_FIELD);
  const places = new Map<string, number>();
  const found: CellProblem[] = [];
  for (const column of usedColumns(grid)) {
    const header = words.get(column)?.text.trim() ?? '';
    const field = (hasFields && names.get(fields.get(column)?.text ?? '')) || names.get(header);
    if (field === undefined) found.push(strangeColumn(grid, column, header));
    else if (places.has(field)) found.push(columnTwice(grid, column));
    else places.set(field, column);
  }
  const first = hasFields ? FIRST_ROW : FIELD_ROW;
  const hasEntries = [...grid.rows.keys()].some((number) => number >= first);
  add(problems, [...found, ...(hasEntries ? missingColumns(sheet, grid, places) : [])]);
  return { places, first };
}

/** Every sheet has it, so a second row with it is the row of the fields' names. */
const KEY_FIELD = 'code';

function usedColumns(grid: Grid): number[] {
  const used = new Set<number>();
  for (const cells of grid.rows.values()) {
    for (const [column, { text }] of cells) if (text.trim() !== '') used.add(column);
  }
  return [...used].sort((a, b) => a - b);
}

/** A `Map`, not an object: a header may be spelt `__proto__`. */
function namesOf({ columns }: BookSheet): Map<string, string> {
  const entries = entriesOf(columns);
  return new Map([
    ...entries.map(([field, { header }]) => [header, field] as const),
    ...entries.map(([field]) => [field, field] as const),
  ]);
}

/** What stands in a column that nobody knows must not get lost unseen. */
function strangeColumn(grid: Grid, column: number, header: string): CellProblem {
  const name = header === '' ? '这一列没有表头' : '不认识这一列';
  return problemIn(
    grid,
    HEADER_ROW,
    column,
    'column.unknown',
    `${name}，请删去，或改用模板的表头。`,
  );
}

function columnTwice(grid: Grid, column: number): CellProblem {
  return problemIn(grid, HEADER_ROW, column, 'column.duplicate', '同名的列已有一列，请删去一列。');
}

function missingColumns({ columns }: BookSheet, grid: Grid, places: ReadonlyMap<string, number>) {
  return entriesOf(columns).flatMap(([field, { header, codec }]) => {
    if (places.has(field)) return [];
    try {
      codec.read(null);
      return [];
    } catch {
      const title = `缺少“${header}”列，请按模板补上。`;
      return [problemIn(grid, HEADER_ROW, 1, 'column.missing', title)];
    }
  });
}
