import type { ItemStandard } from '@yikou/domain';
import type { CellProblem } from '../cell-problem.js';
import { readItemCsv } from '../csv/item-csv.js';
import { readItemJson } from '../json/item-json.js';
import { readItemBook } from './item-book.js';
import type { ReadItems } from './items-of-grids.js';
import type { ListFormat } from './returned-book.js';

/** What a file is, by its content and not by its name; whatever is neither book nor JSON is read as CSV. */
export function formatOf(file: Buffer): ListFormat {
  const isZip = file.subarray(0, 2).toString('latin1') === 'PK';
  const isOldBook = file.subarray(0, 4).toString('hex') === 'd0cf11e0';
  if (isZip || isOldBook) return 'xlsx';
  const start = file
    .subarray(0, 64)
    .toString('utf8')
    .replace(/^\ufeff/u, '')
    .trimStart();
  return start.startsWith('[') || start.startsWith('{') ? 'json' : 'csv';
}

const READERS: Record<ListFormat, (file: Buffer) => ReadItems> = {
  xlsx: readItemBook,
  csv: readItemCsv,
  json: readItemJson,
};

/** Neither PostgreSQL nor a printer takes them. */
const UNSTORABLE = /[^\P{Cc}\t\n\r]|\p{Cs}/u;

/** @throws DomainError `document.*` for a file that is not taken at all */
export function readList(file: Buffer, format: ListFormat): ReadItems {
  const { items, problems } = READERS[format](file);
  return { items, problems: [...problems, ...items.flatMap(unstorable)] };
}

function unstorable(item: ItemStandard, index: number): CellProblem[] {
  if (!holdsUnstorable(item)) return [];
  const title = `第${index + 1}个事项“${printable(item.name)}”（${printable(item.code)}）含有看不见的控制字符，请删去或重新输入。`;
  return [{ sheet: '事项', row: 1, column: 'A', code: 'cell.malformed', title }];
}

function holdsUnstorable(value: unknown): boolean {
  if (typeof value === 'string') return UNSTORABLE.test(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(holdsUnstorable);
}

const printable = (text: string) => text.replaceAll(/\p{C}/gu, '').slice(0, 50);
