import { contentHash, entryHash } from './audit-entry.js';
import type { StoredEntry } from './audit-reader.js';

export type FaultKind =
  /** What the entry says is not what was hashed. */
  | 'CONTENT_CHANGED'
  /** One of the entry's hashes is not what the entry and its forerunner give. */
  | 'HASH_CHANGED'
  /** The entry and the next one are sound in themselves and do not belong together. */
  | 'LINK_BROKEN'
  /** A number is missing, or there twice. */
  | 'GAP'
  /** Entries are missing at the end. */
  | 'TAIL_CUT'
  /** The chain fits together, but an anchor saw another one. */
  | 'CHAIN_REWRITTEN'
  /** An anchor saw a chain of which nothing is left. */
  | 'CHAIN_MISSING'
  /** The entries are sound and the chain's head says something else. */
  | 'HEAD_DIFFERS'
  /** A line of the anchor file is not as it was written. */
  | 'ANCHOR_BROKEN';

export interface Finding {
  seq: number;
  kind: FaultKind;
  expected: string;
  found: string;
}

/** As far as a chain was found sound: number and hash of the last entry. */
export interface Sound {
  seq: number;
  hash: string;
}

/** @returns what is wrong with the entry that should follow `last`, or undefined */
export function judgeEntry(entry: StoredEntry, last: Sound): Finding | undefined {
  const seq = last.seq + 1;
  if (entry.seq !== seq) {
    const bad = Math.min(entry.seq, seq);
    return { seq: bad, kind: 'GAP', expected: `entry ${seq}`, found: `entry ${entry.seq}` };
  }
  const content = contentHash(entry);
  const hash = entryHash(last.hash, seq, content);
  const finding = (kind: FaultKind, expected: string, found: string): Finding | undefined =>
    expected === found ? undefined : { seq, kind, expected, found };
  if (entry.hash === hash) {
    // Then all it stands for is genuine, and only a copy of a hash beside it can be wrong.
    return (
      finding('HASH_CHANGED', content, entry.content_hash) ??
      finding('HASH_CHANGED', last.hash, entry.prev_hash)
    );
  }
  return (
    finding('CONTENT_CHANGED', entry.content_hash, content) ??
    finding('LINK_BROKEN', last.hash, entry.prev_hash) ??
    finding('HASH_CHANGED', hash, entry.hash)
  );
}

/**
 * Between two entries that do not fit, one was forged. It is the first of them where the second is
 * genuine: still standing for the place it was given, and followed by what followed it.
 *
 * @param nextPrev what the entry after this one (or the head) has for this one's hash
 */
export function forgedBefore(entry: StoredEntry, nextPrev: string | undefined): boolean {
  const content = contentHash(entry);
  const wasHashedAs = (seq: number) => entry.hash === entryHash(entry.prev_hash, seq, content);
  // Pushed one place on by an entry that was put in before it.
  if (wasHashedAs(entry.seq - 1)) return true;
  return wasHashedAs(entry.seq) && nextPrev === entry.hash;
}
