import { CONTENT_COLUMNS } from './audit-entry.js';
import { readEntries, type ReadRows, type StoredEntry } from './audit-reader.js';
import { csvRecord } from './csv.js';

export interface ExportOptions {
  from: Date;
  /** Entries of this instant are not in it any more. */
  until: Date;
  format: 'csv' | 'jsonl';
  /** Spreadsheets take a CSV for UTF-8 only where it begins with a byte order mark. */
  bom?: boolean;
  /** Only entries of this area and those below it. */
  areaPath?: string;
  unitId?: string;
  /** Entries read at a time. */
  batchSize?: number;
  signal?: AbortSignal;
}

const [CHAIN, ...OTHERS] = CONTENT_COLUMNS;
const COLUMNS = [CHAIN, 'seq', ...OTHERS, 'content_hash', 'prev_hash', 'hash'] as const;

/**
 * The entries of a span in the order of their instants, with all that their hashes are made of: the
 * rows of a whole chain, as JSON lines, can be verified without the database.
 *
 * @returns pieces of text, each of many whole lines
 * @throws the signal's reason when it is aborted
 */
export async function* exportAudit(read: ReadRows, options: ExportOptions): AsyncGenerator<string> {
  const { format, bom = false, batchSize = 1000, signal } = options;
  const lineOf = format === 'csv' ? csvLine : jsonLine;
  if (format === 'csv') yield `${bom ? '\ufeff' : ''}${csvRecord(COLUMNS)}`;
  let last: StoredEntry | undefined;
  do {
    signal?.throwIfAborted();
    const { conditions, params } = conditionsOf(options, last);
    const order = `ORDER BY at, chain, seq LIMIT ${batchSize}`;
    const entries = await readEntries(read, `WHERE ${conditions} ${order}`, params);
    last = entries.length === batchSize ? entries.at(-1) : undefined;
    if (entries.length > 0) yield entries.map(lineOf).join('');
  } while (last);
}

function conditionsOf(options: ExportOptions, last: StoredEntry | undefined) {
  const params: unknown[] = [];
  const bind = (value: unknown) => `$${params.push(value)}`;
  const conditions = [
    // Both bounds of the span stay beside the place to go on from: they leave out whole months.
    `at >= ${bind(last?.at ?? options.from.toISOString())}`,
    `at < ${bind(options.until.toISOString())}`,
  ];
  if (last) {
    const key = [`${bind(last.at)}::timestamptz`, bind(last.chain), bind(last.seq)];
    conditions.push(`(at, chain, seq) > (${key.join(', ')})`);
  }
  const { areaPath, unitId } = options;
  if (areaPath !== undefined) conditions.push(`starts_with(area_path, ${bind(areaPath)})`);
  if (unitId !== undefined) conditions.push(`unit_id = ${bind(unitId)}`);
  return { conditions: conditions.join(' AND '), params };
}

const csvLine = (entry: StoredEntry) => csvRecord(COLUMNS.map((column) => entry[column]));

const jsonLine = (entry: StoredEntry) =>
  `${JSON.stringify(Object.fromEntries(COLUMNS.map((column) => [column, entry[column]])))}\n`;
