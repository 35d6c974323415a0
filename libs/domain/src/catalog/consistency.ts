import { differencesOf, type Difference } from './difference.js';
import type { ItemStandard } from './item-standard.js';
import { comparableName } from './name-similarity.js';
import { isSameValue } from './same-value.js';

export const CELL_STATES = [
  'SAME',
  'DIFFERENT',
  /** The street's list lacks the item. */
  'MISSING',
  /** The street lists what the standard does not know. */
  'EXTRA',
  /** Different, missing or extra, with a reason that covers just that. */
  'EXPLAINED',
  /** A column of something extra, in a street that does not list it. */
  'NOT_LISTED',
] as const;
export type CellState = (typeof CELL_STATES)[number];

/** One entry of a street's list, matched before. */
export interface ListedItem {
  /** Code of the standard item; null when it is none. */
  item: string | null;
  content: ItemStandard;
}

export interface StreetList {
  street: string;
  items: readonly ListedItem[];
  /** The paths its list has columns for; all by default. */
  paths?: ReadonlySet<string>;
}

/** Why a cell may stay as it is. It holds while the cell differs in just the points it was given for. */
export interface Explanation {
  street: string;
  /** The item's code, or the key of an extra column. */
  column: string;
  /** Empty for what is missing or extra. */
  differences: readonly Difference[];
}

export interface ConsistencyCell {
  state: CellState;
  differences: number;
  /** R34: how many of them touch the core content. */
  core: number;
}

export interface ConsistencyColumn {
  /** The item's code, or `+` and the comparable name of something extra. */
  key: string;
  name: string;
  isExtra: boolean;
}

/** Streets in the order of their lists; each row has one cell per column. */
export interface ConsistencyMatrix {
  columns: ConsistencyColumn[];
  rows: { street: string; cells: ConsistencyCell[] }[];
}

/**
 * Compares every street's list with the standard, item by item (R34). Counts only: an opened cell asks
 * `differencesOf(standard, street)` for the texts.
 */
export function consistencyMatrixOf(
  standards: readonly ItemStandard[],
  lists: readonly StreetList[],
  explanations: readonly Explanation[] = [],
): ConsistencyMatrix {
  const columns = columnsOf(standards, lists);
  const given = new Map(explanations.map((one) => [keyOf(one.street, one.column), one]));
  const rows = lists.map(({ street, items, paths }) => {
    const listed = new Map(items.map((entry) => [columnOf(entry), entry.content]));
    const cells = columns.map(({ key, isExtra }, i) => {
      const content = listed.get(key) ?? null;
      const explanation = given.get(keyOf(street, key)) ?? null;
      const standard = isExtra ? null : (standards[i] as ItemStandard);
      return cellOf(standard, content, paths, explanation);
    });
    return { street, cells };
  });
  return { columns, rows };
}

const keyOf = (street: string, column: string) => `${street}\n${column}`;

/** Which column an entry stands in: something extra goes by its name, so that streets share it. */
export function columnOf({ item, content }: ListedItem): string {
  return item ?? `+${comparableName(content.name)}`;
}

function columnsOf(
  standards: readonly ItemStandard[],
  lists: readonly StreetList[],
): ConsistencyColumn[] {
  const columns = standards.map(({ code, name }) => ({ key: code, name, isExtra: false }));
  const extras = new Map<string, ConsistencyColumn>();
  for (const entry of lists.flatMap(({ items }) => items)) {
    const key = columnOf(entry);
    if (entry.item === null && !extras.has(key)) {
      extras.set(key, { key, name: entry.content.name, isExtra: true });
    }
  }
  return [...columns, ...extras.values()];
}

function cellOf(
  standard: ItemStandard | null,
  content: ItemStandard | null,
  paths: ReadonlySet<string> | undefined,
  explanation: Explanation | null,
): ConsistencyCell {
  const both = standard && content;
  const differences = both ? differencesOf(standard, content, paths) : [];
  return cellOfFacts({
    isStandard: standard !== null,
    isListed: content !== null,
    differences: differences.length,
    core: differences.filter((difference) => difference.core).length,
    isExplained: explanation !== null && isSameValue(explanation.differences, differences),
  });
}

/** What a cell's state hangs on, where the two contents have been compared before. */
export interface CellFacts {
  /** The column is a standard item, not something extra. */
  isStandard: boolean;
  isListed: boolean;
  differences: number;
  core: number;
  /** A reason was given for just these differences. */
  isExplained: boolean;
}

export function cellOfFacts(facts: CellFacts): ConsistencyCell {
  const { isStandard, isListed, differences, core, isExplained } = facts;
  if (!isStandard && !isListed) return { state: 'NOT_LISTED', differences: 0, core: 0 };
  if (isStandard && isListed && differences === 0) return { state: 'SAME', differences, core };
  const bare: CellState = !isStandard ? 'EXTRA' : isListed ? 'DIFFERENT' : 'MISSING';
  return { state: isExplained ? 'EXPLAINED' : bare, differences, core };
}

/** What the district's office may decide on a cell. */
export const CELL_DECISIONS = ['ACCEPT_STANDARD', 'CHANGE_STANDARD', 'EXPLAIN'] as const;
export type CellDecision = (typeof CELL_DECISIONS)[number];

/** The decisions that a cell leaves open; nothing is to be decided where nothing differs. */
export function cellDecisionsOf(
  facts: Pick<CellFacts, 'isStandard' | 'isListed' | 'differences'>,
): CellDecision[] {
  const { isStandard, isListed, differences } = facts;
  if (isStandard && isListed) return differences === 0 ? [] : [...CELL_DECISIONS];
  return isStandard || isListed ? ['ACCEPT_STANDARD', 'EXPLAIN'] : [];
}

export interface ConsistencyShare {
  /** Cells that are the same or explained, of all that say something, 0 to 1; 1 where none does. */
  consistent: number;
  /** The same for the core content alone: the plan's target is 1 (R34). */
  coreConsistent: number;
}

/** How far the cells of a street, of an item or of the whole matrix agree with the standard. */
export function consistencyShareOf(cells: readonly ConsistencyCell[]): ConsistencyShare {
  const told = cells.filter(({ state }) => state !== 'NOT_LISTED');
  const share = (agrees: (cell: ConsistencyCell) => boolean) =>
    told.length === 0 ? 1 : told.filter(agrees).length / told.length;
  const isGood = ({ state }: ConsistencyCell) => state === 'SAME' || state === 'EXPLAINED';
  return {
    consistent: share(isGood),
    coreConsistent: share(
      (cell) => isGood(cell) || (cell.state === 'DIFFERENT' && cell.core === 0),
    ),
  };
}
