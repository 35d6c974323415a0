import type { EntityManager } from 'typeorm';

/** What a transaction changed, for the audit: never personal data in clear. */
export interface Change {
  /** Kind of thing, such as `case` or `account`. */
  kind: string;
  id: string;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  /** Why, where whoever acts had to say. */
  reason?: string;
}

interface Noted {
  changes?: Change[];
}

/** Notes what this transaction changes; one audit entry is written of all at its end. */
export function noteChange(tx: EntityManager, change: Change): void {
  const data = tx.queryRunner?.data as Noted | undefined;
  if (!data) throw new Error('a change is noted inside a transaction');
  (data.changes ??= []).push(change);
}

/** @returns what {@link noteChange} was told in this transaction */
export function changesOf(tx: EntityManager): readonly Change[] {
  return (tx.queryRunner?.data as Noted | undefined)?.changes ?? [];
}
