import type { ItemStandard } from '@yikou/domain';
import type { CellProblem } from '../cell-problem.js';
import { documentError } from '../document-error.js';
import type { ReadItems } from '../items/items-of-grids.js';
import { MOST_PROBLEMS } from '../items/sheet-rows.js';
import { PACKAGE_LIMITS } from '../workbook/open-package.js';
import { MOST_ROWS } from '../workbook/sheet-cells.js';
import { readItem } from './item-shape.js';

/** What a JSON list is called in problems; a problem's row is the item's place in the list, from 1. */
export const JSON_LIST = 'JSON';

/** Items as a JSON list in UTF-8. */
export function writeItemJson(items: readonly ItemStandard[]): Buffer {
  return Buffer.from(`${JSON.stringify({ items }, null, 2)}\n`, 'utf8');
}

/**
 * The items of a JSON list: of whole items as written by {@link writeItemJson}, or of flat ones as in
 * the data file; the list itself, or an object with it as `items`. A problem's column is a dotted path.
 *
 * @param file at most 10 MB, 20 000 items
 * @throws DomainError `document.too_large`, `document.not_json`, `document.too_many_rows`
 */
export function readItemJson(file: Buffer): ReadItems {
  if (file.length > PACKAGE_LIMITS.file) throw documentError('document.too_large');
  const list = listIn(file);
  if (list.length > MOST_ROWS) throw documentError('document.too_many_rows');
  const problems: CellProblem[] = [];
  const codes = new Set<string>();
  const items = list.flatMap((value, i) => {
    const wrong: CellProblem[] = [];
    const refuse = (column: string, title: string, code: CellProblem['code'] = 'cell.malformed') =>
      wrong.push({ sheet: JSON_LIST, row: i + 1, column, code, title });
    const item = readItem(value, refuse);
    if (item?.code.trim() === '') refuse('code', '此处必填，请填写事项编码。', 'cell.missing');
    if (item && codes.has(item.code)) refuse('code', '事项编码重复，请改正。', 'cell.duplicate');
    if (item) codes.add(item.code);
    problems.push(...wrong.slice(0, MOST_PROBLEMS - problems.length));
    return item && wrong.length === 0 ? [item] : [];
  });
  return { items, problems };
}

/** @throws DomainError `document.not_json` */
export function listIn(file: Buffer): unknown[] {
  const value = parsed(file);
  const isHolder = typeof value === 'object' && value !== null && Object.hasOwn(value, 'items');
  const list = isHolder ? (value as { items: unknown }).items : value;
  if (!Array.isArray(list)) throw documentError('document.not_json');
  return list as unknown[];
}

function parsed(file: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file));
  } catch {
    throw documentError('document.not_json');
  }
}
