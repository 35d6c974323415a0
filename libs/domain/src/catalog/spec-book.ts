import type { CivilDate } from './civil-date.js';
import { differencesOf } from './difference.js';
import type { ItemStandard } from './item-standard.js';

/** R32: the formats in which every edition of a specification book comes out. */
export const BOOK_FORMATS = ['PDF', 'DOCX', 'XLSX'] as const;
export type BookFormat = (typeof BOOK_FORMATS)[number];

export interface Edition {
  year: number;
  /** Counted from 1 in each year, for each level by itself. */
  serial: number;
}

/** The number after the last edition of the same level; null for none yet (R32). */
export function nextEdition(last: Edition | null, today: CivilDate): Edition {
  const year = Number(today.slice(0, 4));
  return last?.year === year ? { year, serial: last.serial + 1 } : { year, serial: 1 };
}

/** Such as 2026-1: what is printed on the cover. */
export function editionWords({ year, serial }: Edition): string {
  return `${year}-${serial}`;
}

/** One item as an edition holds it. */
export interface BookEntry {
  versionId: string;
  /** Number of the item's version. */
  number: number;
  standard: ItemStandard;
}

export interface BookDifference {
  code: string;
  name: string;
  kind: 'ADDED' | 'REMOVED' | 'CHANGED';
  from: BookEntry | null;
  to: BookEntry | null;
  /** In how many points the two contents differ, and how many of them touch the core content (R34). */
  differences: number;
  core: number;
}

/** What lies between two editions, item by item in the order of their codes; nothing for what is the same. */
export function bookDifferencesOf(
  from: readonly BookEntry[],
  to: readonly BookEntry[],
): BookDifference[] {
  const [before, after] = [from, to].map(
    (entries) => new Map(entries.map((entry) => [entry.standard.code, entry])),
  ) as [Map<string, BookEntry>, Map<string, BookEntry>];
  const codes = [...new Set([...before.keys(), ...after.keys()])].sort();
  return codes.flatMap((code) =>
    betweenEntries(code, before.get(code) ?? null, after.get(code) ?? null),
  );
}

function betweenEntries(
  code: string,
  from: BookEntry | null,
  to: BookEntry | null,
): BookDifference[] {
  const name = (to ?? from)?.standard.name ?? '';
  const bare = { code, name, from, to, differences: 0, core: 0 };
  if (from === null) return [{ ...bare, kind: 'ADDED' }];
  if (to === null) return [{ ...bare, kind: 'REMOVED' }];
  if (from.versionId === to.versionId) return [];
  const found = differencesOf(from.standard, to.standard);
  const core = found.filter((one) => one.core).length;
  return [{ ...bare, kind: 'CHANGED', differences: found.length, core }];
}
