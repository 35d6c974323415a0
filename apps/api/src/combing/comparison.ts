import { differencesOf, type Difference, type ItemStandard } from '@yikou/domain';
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
