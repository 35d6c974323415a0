import { differencesOf, type Difference, type ItemStandard } from '@yikou/domain';
import type { StandardItem } from '../catalog/index.js';
import { valueHashOf } from '../documents/index.js';

/** What a comparison of an entry with the standard came to. */
export interface Comparison {
  differences: number;
  core: number;
  differencesHash: string;
}

/** The differences of what is missing or extra: none that could be named. */
export const NO_DIFFERENCES_HASH = valueHashOf([]);

export function comparisonOf(standard: ItemStandard, content: ItemStandard): Comparison {
  return summaryOf(differencesOf(standard, content));
}

export function summaryOf(differences: readonly Difference[]): Comparison {
  return {
    differences: differences.length,
    core: differences.filter(({ core }) => core).length,
    differencesHash: differences.length === 0 ? NO_DIFFERENCES_HASH : valueHashOf(differences),
  };
}

/** The standard with the hash of what it says: a street's text with the same hash need not be read. */
export interface HashedStandard {
  versionId: string;
  standard: ItemStandard;
  hash: string;
}

export function hashedStandards(items: readonly StandardItem[]): Map<string, HashedStandard> {
  return new Map(
    items.map(({ itemId, versionId, standard }) => [
      itemId,
      { versionId, standard, hash: valueHashOf(standard) },
    ]),
  );
}

export const SAME: Comparison = { differences: 0, core: 0, differencesHash: NO_DIFFERENCES_HASH };
