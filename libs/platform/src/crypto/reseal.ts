import type { BlindIndex } from './blind-index.js';
import type { FieldCipher } from './field-cipher.js';

/** A table with sealed columns, walked by its key. */
export interface SealedTable {
  table: string;
  key: string;
  columns: readonly string[];
  /** Sealed column → where its blind index stands, and the kind it is indexed as. */
  indexes?: Readonly<Record<string, { column: string; kind: string }>>;
}

type Row = Record<string, string | null>;

/** Runs statements in one transaction. */
export type InTransaction = <T>(
  work: (db: { query<T>(sql: string, values: unknown[]): Promise<T> }) => Promise<T>,
) => Promise<T>;

export interface ResealOptions {
  /** Rows of one transaction. */
  batchSize?: number;
  onProgress?: (done: { table: string; seen: number; sealed: number }) => void;
  /** Stops between two batches: what is done is done, and the next run goes on from there. */
  signal?: AbortSignal;
}

/**
 * Seals every value of a table that is still clear or sealed with an earlier key. Safe to interrupt and
 * to run again; rows stay readable throughout, because the old keys do.
 *
 * @returns how many rows were written
 * @throws FieldCipherError for a value that was tampered with: it is not overwritten
 */
export async function reseal(
  run: InTransaction,
  { cipher, index }: { cipher: FieldCipher; index: BlindIndex },
  table: SealedTable,
  { batchSize = 500, onProgress, signal }: ResealOptions = {},
): Promise<number> {
  let after: string | null = null;
  let seen = 0;
  let sealed = 0;
  do {
    signal?.throwIfAborted();
    const batch: { rows: Row[]; written: number } = await run(async (db) => {
      const rows = await db.query<Row[]>(selectionOf(table, batchSize), [after]);
      const changed = rows
        .map((row) => resealed(row, table, cipher, index))
        .filter((row) => row !== undefined);
      if (changed.length > 0) await db.query(updateOf(table), [JSON.stringify(changed)]);
      return { rows, written: changed.length };
    });
    seen += batch.rows.length;
    sealed += batch.written;
    onProgress?.({ table: table.table, seen, sealed });
    after = batch.rows.length === batchSize ? (batch.rows.at(-1)?.[table.key] ?? null) : null;
  } while (after !== null);
  return sealed;
}

function selectionOf({ table, key, columns }: SealedTable, batchSize: number): string {
  return `SELECT ${[key, ...columns].join(', ')} FROM ${table}
    WHERE ($1::uuid IS NULL OR ${key} > $1) ORDER BY ${key} LIMIT ${batchSize} FOR UPDATE`;
}

function updateOf({ table, key, columns, indexes = {} }: SealedTable): string {
  const written = [...columns, ...Object.values(indexes).map(({ column }) => column)];
  return `UPDATE ${table} t SET ${written.map((name) => `${name} = r.${name}`).join(', ')}
    FROM jsonb_to_recordset($1::jsonb) AS r(${key} uuid, ${written.map((name) => `${name} text`).join(', ')})
    WHERE t.${key} = r.${key}`;
}

/** The row as it is to be written, or undefined where nothing is to be done. */
function resealed(
  row: Row,
  { table, key, columns, indexes = {} }: SealedTable,
  cipher: FieldCipher,
  index: BlindIndex,
): Row | undefined {
  if (!columns.some((name) => row[name] && cipher.needsRotation(row[name]))) return undefined;
  const id = row[key] ?? '';
  const written: Row = { [key]: id };
  for (const name of columns) {
    const place = `${table}.${name}:${id}`;
    const value = row[name] ?? null;
    const clear = value && cipher.isEncrypted(value) ? cipher.decrypt(value, place) : value;
    written[name] = clear === null ? null : cipher.encrypt(clear, place);
    const found = indexes[name];
    if (found) written[found.column] = clear === null ? null : index.of(found.kind, clear);
  }
  return written;
}
