import { similarityOf } from './name-similarity.js';
import { isSameValue } from './same-value.js';

/** Which element of one list is which of the other; null where the other list has none. */
export interface Pair {
  before: number | null;
  after: number | null;
  /** Stands in another order among those that both lists have. */
  moved: boolean;
}

export type Named = { name: string; value: unknown };

/** From here on two names are taken for one that was reworded. */
const REWORDED = 0.5;

/**
 * Aligns two lists by what their elements are, not by where they stand: first by equal name, then by
 * similar wording, and last what alone stands between the same neighbours. The lists exchanged give the
 * same pairs exchanged, for every choice goes by rank and by name, never by side.
 *
 * @returns pairs in the order of the smaller position
 */
export function alignLists(before: readonly Named[], after: readonly Named[]): Pair[] {
  if (before.length === after.length && before.every((e, i) => e.name === after[i]?.name)) {
    return before.map((_, i) => ({ before: i, after: i, moved: false }));
  }
  const matches = new Matches(before, after);
  matches.addEqualNames();
  matches.addReworded();
  matches.addReplaced();
  return matches.pairs();
}

type Match = readonly [a: number, b: number];

class Matches {
  private readonly toB = new Map<number, number>();
  private readonly toA = new Map<number, number>();

  constructor(
    private readonly a: readonly Named[],
    private readonly b: readonly Named[],
  ) {}

  private add(a: number, b: number): void {
    this.toB.set(a, b);
    this.toA.set(b, a);
  }

  private openOf(side: 'a' | 'b'): number[] {
    const taken = side === 'a' ? this.toB : this.toA;
    return [...this[side].keys()].filter((i) => !taken.has(i));
  }

  /** Of several elements with one name the first is matched with the first, and so on. */
  addEqualNames(): void {
    const places = new Map<string, number[]>();
    this.b.forEach(({ name }, i) => places.set(name, [...(places.get(name) ?? []), i]));
    this.a.forEach(({ name }, i) => {
      const place = places.get(name)?.shift();
      if (place !== undefined) this.add(i, place);
    });
  }

  addReworded(): void {
    const found = this.openOf('a').flatMap((a) =>
      this.openOf('b').map((b) => ({ a, b, score: this.similarity(a, b) })),
    );
    const likely = found.filter(({ score }) => score >= REWORDED);
    likely.sort(
      (x, y) =>
        y.score - x.score ||
        Math.abs(x.a - x.b) - Math.abs(y.a - y.b) ||
        Math.min(x.a, x.b) - Math.min(y.a, y.b),
    );
    for (const { a, b } of likely) if (!this.toB.has(a) && !this.toA.has(b)) this.add(a, b);
  }

  private similarity(a: number, b: number): number {
    return similarityOf(this.a[a]?.name ?? '', this.b[b]?.name ?? '');
  }

  /** What alone is left between the same two neighbours on both sides was replaced there. */
  addReplaced(): void {
    const ofB = this.openOf('b');
    const replaced = this.openOf('a').flatMap((a): Match[] => {
      const b = ofB.find((one) => this.standInOnePlace(a, one));
      return b !== undefined && this.restIsAlike(a, b) ? [[a, b]] : [];
    });
    for (const [a, b] of replaced) this.add(a, b);
  }

  private standInOnePlace(a: number, b: number): boolean {
    const isEdge = (i: number, list: readonly Named[]) => i < 0 || i >= list.length;
    return [-1, 1].every((step) =>
      isEdge(a + step, this.a) || isEdge(b + step, this.b)
        ? isEdge(a + step, this.a) && isEdge(b + step, this.b)
        : this.toB.get(a + step) === b + step,
    );
  }

  /** Texts have no rest; an object with hardly a field in common is another thing. */
  private restIsAlike(a: number, b: number): boolean {
    const { value: one } = this.a[a] as Named;
    const { value: other } = this.b[b] as Named;
    if (typeof one !== 'object' || one === null || typeof other !== 'object') return true;
    const fields = Object.entries(one);
    const same = fields.filter(([key, value]) =>
      isSameValue(value, (other as Record<string, unknown>)[key]),
    );
    return same.length * 2 >= fields.length;
  }

  pairs(): Pair[] {
    const matched: Match[] = [...this.toB].sort((x, y) => x[0] - y[0]);
    const inOrder = new Set(longestOrdered(matched, ([a, b]) => this.identityOf(a, b)));
    const pairs = [
      ...matched.map((m): Pair => ({ before: m[0], after: m[1], moved: !inOrder.has(m) })),
      ...this.openOf('a').map((before): Pair => ({ before, after: null, moved: false })),
      ...this.openOf('b').map((after): Pair => ({ before: null, after, moved: false })),
    ];
    const place = ({ before, after }: Pair) => Math.min(before ?? Infinity, after ?? Infinity);
    const name = ({ before, after }: Pair) => this.namesOf(before, after).join('\n');
    return pairs.sort((x, y) => place(x) - place(y) || (name(x) < name(y) ? -1 : 1));
  }

  private namesOf(a: number | null, b: number | null): string[] {
    const names = [a === null ? [] : this.a[a]?.name, b === null ? [] : this.b[b]?.name];
    return (names.flat() as string[]).sort();
  }

  /** The same from either side. */
  private identityOf(a: number, b: number): string {
    return [...this.namesOf(a, b), Math.min(a, b), Math.max(a, b)].join('\n');
  }
}

function isAfter(match: Match, previous: Match | undefined): boolean {
  return previous !== undefined && previous[0] < match[0] && previous[1] < match[1];
}

/**
 * The most matches that stand in one order on both sides; the others have moved. Of equally long chains
 * it is the one with the smallest identities, so that both sides choose the same.
 */
function longestOrdered(matches: Match[], identityOf: (match: Match) => string): Match[] {
  if (matches.every((match, i) => i === 0 || isAfter(match, matches[i - 1]))) return matches;
  const ranked = matches.map((match) => ({ match, identity: identityOf(match) }));
  const best: { match: Match; identity: string; length: number; previous: number }[] = [];
  const isBetter = (x: { length: number; identity: string }, y: typeof x | undefined) =>
    !y || x.length > y.length || (x.length === y.length && x.identity < y.identity);
  ranked.forEach(({ match, identity }) => {
    let previous = -1;
    best.forEach((one, i) => {
      if (one.match[1] < match[1] && isBetter(one, best[previous])) previous = i;
    });
    best.push({ match, identity, length: (best[previous]?.length ?? 0) + 1, previous });
  });
  let last = -1;
  best.forEach((one, i) => {
    if (isBetter(one, best[last])) last = i;
  });
  const chain: Match[] = [];
  for (let one = best[last]; one; one = best[one.previous]) chain.push(one.match);
  return chain;
}
