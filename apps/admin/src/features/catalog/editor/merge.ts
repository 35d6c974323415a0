import type { Draft } from '../api/change-draft';
import type { Standard } from '../standard/words';

export interface Merge {
  /** Theirs, with what was typed here put over it. */
  standard: Standard;
  theirs: (keyof Standard)[];
  /** Changed by both; what was typed here is kept. */
  both: (keyof Standard)[];
}

/** What somebody else has saved meanwhile, and how it goes together with what was typed here. */
export interface Stale extends Merge {
  now: Draft;
}

/** Puts what was typed here over what somebody else has saved meanwhile, element by element. */
export function mergeOf(base: Standard, mine: Standard, theirs: Standard): Merge {
  const keys = Object.keys(theirs) as (keyof Standard)[];
  const mineChanged = keys.filter((key) => differs(base[key], mine[key]));
  const theirsChanged = keys.filter((key) => differs(base[key], theirs[key]));
  const typed = Object.fromEntries(mineChanged.map((key) => [key, mine[key]]));
  return {
    standard: { ...theirs, ...typed },
    theirs: theirsChanged.filter((key) => !mineChanged.includes(key)),
    both: theirsChanged.filter(
      (key) => mineChanged.includes(key) && differs(mine[key], theirs[key]),
    ),
  };
}

function differs(a: unknown, b: unknown): boolean {
  return inOrder(a) !== inOrder(b);
}

/** As text that does not depend on the order in which fields were written. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
