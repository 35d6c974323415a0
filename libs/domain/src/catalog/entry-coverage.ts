import type { ItemStandard } from './item-standard.js';
import { scopeOf } from './scope.js';

/** R44: why a centre does not offer what it should; it counts once somebody has approved it. */
export interface EntryException {
  code: string;
  reason: string;
  approvedBy: string | null;
}

export interface EntryCoverage {
  /** How many items should enter: in scope (R31, R45) and not excepted. */
  shouldEnter: number;
  /** How many of them have entered. */
  entered: number;
  /** Approved exceptions that are not offered all the same. */
  excepted: number;
  /** Codes of those that should and have not. */
  missing: string[];
  /** entered ÷ shouldEnter, 0 to 1; 1 where nothing should. */
  share: number;
}

export interface ThemeCoverage extends EntryCoverage {
  theme: string;
}

/** R44 asks for all government items that the level closes or works on; R47's services are optional. */
export function shouldEnter(standard: ItemStandard): boolean {
  const scope = scopeOf(standard);
  return standard.class === 'GOVERNMENT' && scope !== null && scope !== 'OUT_OF_SCOPE';
}

/**
 * 应进必进 of one centre or station, whole and theme by theme in the order in which themes first occur
 * (R44, R46). An item with several themes counts in each of them, and once in the whole.
 *
 * @param standards the items of the centre's level
 * @param offered codes of those it offers
 */
export function entryCoverageOf(
  standards: readonly ItemStandard[],
  offered: ReadonlySet<string>,
  exceptions: readonly EntryException[] = [],
): EntryCoverage & { themes: ThemeCoverage[] } {
  const excepted = new Set(
    exceptions
      .filter(({ approvedBy, reason }) => approvedBy !== null && reason.trim() !== '')
      .map(({ code }) => code),
  );
  const due = standards.filter(shouldEnter);
  const byTheme = new Map<string, ItemStandard[]>();
  for (const standard of due) {
    for (const theme of new Set(standard.themes)) {
      byTheme.set(theme, [...(byTheme.get(theme) ?? []), standard]);
    }
  }
  const themes = [...byTheme].map(([theme, its]) => ({
    theme,
    ...coverageOf(its, offered, excepted),
  }));
  return { ...coverageOf(due, offered, excepted), themes };
}

function coverageOf(
  due: readonly ItemStandard[],
  offered: ReadonlySet<string>,
  excepted: ReadonlySet<string>,
): EntryCoverage {
  const codes = due.map(({ code }) => code);
  const entered = codes.filter((code) => offered.has(code)).length;
  const away = codes.filter((code) => !offered.has(code) && excepted.has(code)).length;
  const missing = codes.filter((code) => !offered.has(code) && !excepted.has(code));
  const wanted = codes.length - away;
  const share = wanted === 0 ? 1 : entered / wanted;
  return { shouldEnter: wanted, entered, excepted: away, missing, share };
}
