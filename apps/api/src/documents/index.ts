export type { CellProblem, CellProblemCode } from './cell-problem.js';
export { documentErrors } from './document-error.js';
export { markErrors, readItemBook, writeItemBook } from './items/item-book.js';
export type { ReadItems } from './items/items-of-grids.js';
export { readItemCsv, writeItemCsv } from './csv/item-csv.js';
export { readItemJson, writeItemJson } from './json/item-json.js';
