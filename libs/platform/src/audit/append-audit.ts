import type { EntityManager } from 'typeorm';
import { CONTENT_COLUMNS, contentHash, contentOf, type AuditEntry } from './audit-entry.js';

const PLACES = [...CONTENT_COLUMNS, 'content_hash'].map((_, i) => `$${i + 1}`).join(', ');

/**
 * Appends an entry to its chain in the transaction that it tells of. The chain stays locked until
 * that transaction ends: write the entry last, and entries of several chains in the order of their
 * chains, so that no two transactions wait for each other.
 */
export async function appendAudit(
  tx: Pick<EntityManager, 'query'>,
  entry: AuditEntry,
): Promise<void> {
  const content = contentOf(entry);
  const values = CONTENT_COLUMNS.map((column) => content[column]);
  await tx.query(`SELECT audit_append(${PLACES})`, [...values, contentHash(content)]);
}
