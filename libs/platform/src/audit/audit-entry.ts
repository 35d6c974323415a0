import { createHash } from 'node:crypto';

/** Who did what to what, from where and why. */
export interface AuditEntry {
  /** The chain that the entry continues: a unit's id, or 'system'. */
  chain: string;
  /** Kept to the millisecond. */
  at: Date;
  action: string;
  accountId?: string | null;
  /** Display name of the person, or name of the part of the system. */
  actor: string;
  unitId?: string | null;
  areaPath?: string;
  address?: string | null;
  traceId?: string | null;
  subjectKind?: string | null;
  subjectId?: string | null;
  reason?: string | null;
  /** What was changed; kept as the JSON text of this moment. */
  changes?: unknown;
}

/** The columns that are hashed, in the order in which they are hashed. */
export const CONTENT_COLUMNS = [
  'chain',
  'at',
  'action',
  'account_id',
  'actor',
  'unit_id',
  'area_path',
  'address',
  'trace_id',
  'subject_kind',
  'subject_id',
  'reason',
  'changes',
] as const;

/** What an entry says, column by column, as the database gives it back. */
export type AuditContent = Record<(typeof CONTENT_COLUMNS)[number], string | null>;

/** What the first entry of a chain has for the hash of the one before it. */
export const NO_HASH = '0'.repeat(64);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Brings an entry into the spelling that the database gives back, because the hash is over that.
 *
 * @throws Error when the chain is empty or an id is no uuid
 */
export function contentOf(entry: AuditEntry): AuditContent {
  if (!entry.chain) throw new Error('an audit entry needs a chain');
  return {
    chain: storable(entry.chain),
    at: entry.at.toISOString(),
    action: storable(entry.action),
    account_id: uuid(entry.accountId),
    actor: storable(entry.actor),
    unit_id: uuid(entry.unitId),
    area_path: storable(entry.areaPath ?? ''),
    address: storable(entry.address ?? null),
    trace_id: storable(entry.traceId ?? null),
    subject_kind: storable(entry.subjectKind ?? null),
    subject_id: storable(entry.subjectId ?? null),
    reason: storable(entry.reason ?? null),
    changes: JSON.stringify(entry.changes ?? {}),
  };
}

/** @returns SHA-256 in hex over the columns as one JSON array */
export function contentHash(content: AuditContent): string {
  return sha256(JSON.stringify(CONTENT_COLUMNS.map((column) => content[column])));
}

/** The hash of an entry, as `audit_append` computes it: it stands for all entries before it too. */
export function entryHash(prevHash: string, seq: number, content: string): string {
  return sha256(`${prevHash}|${seq}|${content}`);
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** PostgreSQL keeps no NUL, and half a surrogate pair leaves Node as the replacement character. */
function storable<T extends string | null>(text: T): T {
  return text === null ? text : (Buffer.from(text).toString().replaceAll('\0', '\ufffd') as T);
}

function uuid(id: string | null | undefined): string | null {
  if (id == null) return null;
  const lower = id.toLowerCase();
  if (!UUID.test(lower)) throw new Error('an id in an audit entry is no uuid');
  return lower;
}
