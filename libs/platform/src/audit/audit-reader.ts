import type { AuditContent } from './audit-entry.js';

/** Runs one reading statement. Whoever hands it in decides what may be seen. */
export type ReadRows = <Row extends object>(sql: string, params: unknown[]) => Promise<Row[]>;

/** How long a chain is, and the hash of its last entry. */
export interface ChainHead {
  chain: string;
  count: number;
  hash: string;
}

/** One entry as it stands in the table. */
export interface StoredEntry extends AuditContent {
  seq: number;
  content_hash: string;
  prev_hash: string;
  hash: string;
  /** The instant as the database writes it, to go on from. */
  at_key: string;
}

/**
 * Hashed is the exact instant: what the driver makes of infinity or of a date BC is no safe mirror. It
 * is not called `at`, because ORDER BY would then mean this text.
 */
const ENTRY = `chain, seq, (extract(epoch FROM at) * 1000)::text AS at_ms, action, account_id, actor,
  unit_id, area_path, address, trace_id, subject_kind, subject_id, reason, changes, content_hash,
  prev_hash, hash, at::text AS at_key`;

type EntryRow = Omit<StoredEntry, 'seq' | 'at'> & { seq: string; at_ms: string };

/** @returns entries with their instants in ISO and their numbers as numbers */
export async function readEntries(
  read: ReadRows,
  conditions: string,
  params: unknown[],
): Promise<StoredEntry[]> {
  const rows = await read<EntryRow>(`SELECT ${ENTRY} FROM audit_entries ${conditions}`, params);
  return rows.map(({ at_ms, seq, ...row }) => ({ ...row, seq: Number(seq), at: isoOf(at_ms) }));
}

/** Which entries of a chain: those behind one, those up to a number, at most so many. */
export interface Stretch {
  chain: string;
  after?: StoredEntry | undefined;
  upTo?: number;
  limit: number;
}

/** Entries in order; also those that have a number twice, of which only one is ours. */
export function readChain(read: ReadRows, stretch: Stretch): Promise<StoredEntry[]> {
  const { chain, after, upTo = BIGGEST, limit } = stretch;
  const params: unknown[] = [chain, upTo];
  if (after) params.push(after.seq, after.at_key);
  const rest = after ? 'AND (seq, at) > ($3, $4::timestamptz)' : '';
  const conditions = `WHERE chain = $1 AND seq <= $2 ${rest} ORDER BY seq, at LIMIT ${limit}`;
  return readEntries(read, conditions, params);
}

const BIGGEST = '9223372036854775807';

/** The heads of all chains as they are now: what an anchor fixes. */
export async function readHeads(read: ReadRows): Promise<ChainHead[]> {
  return headsOf(await read(`${HEAD} ORDER BY chain`, []));
}

/** Head and highest number of a chain, both of one moment. */
export async function readEnd(
  read: ReadRows,
  chain: string,
): Promise<{ head: ChainHead | undefined; highest: number }> {
  const [row] = await read<Partial<HeadRow> & { highest: string | null }>(
    `SELECT c.chain, c.count, c.head_hash,
       (SELECT max(seq) FROM audit_entries WHERE chain = $1) AS highest
     FROM (VALUES (1)) one LEFT JOIN audit_chains c ON c.chain = $1`,
    [chain],
  );
  const { count, head_hash: hash, highest } = row ?? {};
  const head = hash == null ? undefined : { chain, count: Number(count), hash };
  return { head, highest: Number(highest ?? 0) };
}

/**
 * Every chain that has a head or an entry; a chain whose head is gone has none here. The table is
 * never read through: each step finds the next chain in the index.
 */
export async function readChains(
  read: ReadRows,
): Promise<{ chain: string; head: ChainHead | undefined }[]> {
  const rows = await read<{ chain: string }>(CHAINS, []);
  const heads = new Map((await readHeads(read)).map((head) => [head.chain, head]));
  return rows.map(({ chain }) => ({ chain, head: heads.get(chain) }));
}

const HEAD = 'SELECT chain, count, head_hash FROM audit_chains';
const CHAINS = `WITH RECURSIVE written AS (
    (SELECT chain FROM audit_entries ORDER BY chain LIMIT 1)
    UNION ALL
    SELECT (SELECT e.chain FROM audit_entries e WHERE e.chain > w.chain ORDER BY e.chain LIMIT 1)
    FROM written w WHERE w.chain IS NOT NULL
  )
  SELECT chain FROM written WHERE chain IS NOT NULL UNION SELECT chain FROM audit_chains ORDER BY chain`;

interface HeadRow {
  chain: string;
  count: string;
  head_hash: string;
}

const headsOf = (rows: HeadRow[]): ChainHead[] =>
  rows.map(({ chain, count, head_hash: hash }) => ({ chain, count: Number(count), hash }));

function isoOf(milliseconds: string): string {
  const instant = new Date(Number(milliseconds));
  // A Date cuts off what is finer, and finer than what was hashed is forged.
  const exact = instant.getTime() === Number(milliseconds);
  return exact ? instant.toISOString() : milliseconds;
}
