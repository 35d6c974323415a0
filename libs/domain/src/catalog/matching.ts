import type { ItemRules } from './item.js';
import { bigramsOf, comparableName, diceOf } from './name-similarity.js';

/** What of a street's row, or of a standard item, says which item it is. */
export interface Identified {
  code?: string | null;
  basicCode?: string | null;
  implementationCode?: string | null;
  name: string;
  /** Where both say a level, it must be the same. */
  level?: ItemRules['level'] | null;
}

export interface Candidate {
  /** Place of the standard item. */
  index: number;
  /** How alike the names are, 0 to 1. */
  similarity: number;
}

export type RowMatch =
  | { kind: 'MATCHED'; by: 'CODE' | 'NAME' | 'SIMILAR_NAME'; index: number; similarity: number }
  /** Several items may be meant, or code and name point to different ones: a person chooses. */
  | { kind: 'AMBIGUOUS'; candidates: Candidate[] }
  /** An earlier or surer row of the same list has this item already. */
  | { kind: 'REPEATED'; index: number; row: number; similarity: number }
  | { kind: 'UNMATCHED'; candidates: Candidate[] };

export interface MatchingSettings {
  /** From which similarity on a name alone may be taken for an item's. */
  threshold: number;
  /** By how much the best must lead the second. */
  lead: number;
}

export const USUAL_MATCHING: MatchingSettings = { threshold: 0.7, lead: 0.12 };

/** From here on a name is worth showing to the person who chooses. */
const WORTH_SHOWING = 0.4;
const MOST_CANDIDATES = 5;

interface Entry {
  name: string;
  bigrams: number;
  level: Identified['level'];
}

/** The standard items, made ready for many look-ups. */
export class StandardIndex {
  private readonly entries: Entry[];
  private readonly byCode = new Map<string, Set<number>>();
  private readonly byBigram = new Map<string, number[]>();

  constructor(standards: readonly Identified[]) {
    this.entries = standards.map(({ name, level }, index) => {
      const comparable = comparableName(name);
      const bigrams = bigramsOf(comparable);
      for (const bigram of bigrams) this.byBigram.set(bigram, this.placesOf(bigram, index));
      return { name: comparable, bigrams: bigrams.size, level };
    });
    standards.forEach((standard, index) => {
      for (const code of codesOf(standard)) {
        this.byCode.set(code, (this.byCode.get(code) ?? new Set<number>()).add(index));
      }
    });
  }

  private placesOf(bigram: string, index: number): number[] {
    const places = this.byBigram.get(bigram) ?? [];
    places.push(index);
    return places;
  }

  /** The items that one of the row's codes names. */
  withCodeOf(row: Identified): number[] {
    const found = new Set(codesOf(row).flatMap((code) => [...(this.byCode.get(code) ?? [])]));
    return [...found].sort((a, b) => a - b);
  }

  /** Items of the row's level with a like name, the likest first. */
  withNameOf(row: Identified): Candidate[] {
    const name = comparableName(row.name);
    const bigrams = bigramsOf(name);
    const common = new Map<number, number>();
    for (const bigram of bigrams) {
      for (const index of this.byBigram.get(bigram) ?? []) {
        common.set(index, (common.get(index) ?? 0) + 1);
      }
    }
    const found = [...common].map(([index, shared]): Candidate => {
      const entry = this.entries[index] as Entry;
      const isEqual = entry.name === name;
      return { index, similarity: isEqual ? 1 : diceOf(shared, bigrams.size, entry.bigrams) };
    });
    return found
      .filter(({ index, similarity }) => similarity >= WORTH_SHOWING && this.fits(row, index))
      .sort((a, b) => b.similarity - a.similarity || a.index - b.index)
      .slice(0, MOST_CANDIDATES);
  }

  private fits({ level }: Identified, index: number): boolean {
    const its = this.entries[index]?.level;
    return !level || !its || level === its;
  }
}

/**
 * Says for each row of a street's list which standard item it is (梳理, R30): by code, else by name. What
 * is not clear is reported, never guessed, and an item is given to one row only.
 */
export function matchRows(
  rows: readonly Identified[],
  standards: StandardIndex,
  settings: MatchingSettings = USUAL_MATCHING,
): RowMatch[] {
  const matches = rows.map((row) => matchOf(row, standards, settings));
  return withoutRepetition(matches);
}

function matchOf(row: Identified, standards: StandardIndex, settings: MatchingSettings): RowMatch {
  const candidates = standards.withNameOf(row);
  const coded = standards.withCodeOf(row);
  const [only, second] = coded;
  if (only === undefined) return matchByName(candidates, settings);
  const similarityTo = (index: number) =>
    candidates.find((candidate) => candidate.index === index)?.similarity ?? 0;
  const similarity = similarityTo(only);
  const isElsewhere =
    candidates[0] !== undefined &&
    candidates[0].similarity >= settings.threshold &&
    candidates[0].similarity > similarity + settings.lead;
  if (second === undefined && !isElsewhere) {
    return { kind: 'MATCHED', by: 'CODE', index: only, similarity };
  }
  const named = coded.map((index) => ({ index, similarity: similarityTo(index) }));
  const others = candidates.filter(({ index }) => !coded.includes(index));
  return { kind: 'AMBIGUOUS', candidates: [...named, ...others].slice(0, MOST_CANDIDATES) };
}

function matchByName(candidates: Candidate[], settings: MatchingSettings): RowMatch {
  const [best, second] = candidates;
  if (!best) return { kind: 'UNMATCHED', candidates: [] };
  const { index, similarity } = best;
  const lead = similarity - (second?.similarity ?? 0);
  if (similarity === 1 && lead > 0) return { kind: 'MATCHED', by: 'NAME', index, similarity };
  if (similarity >= settings.threshold && lead >= settings.lead) {
    return { kind: 'MATCHED', by: 'SIMILAR_NAME', index, similarity };
  }
  return { kind: similarity >= settings.threshold ? 'AMBIGUOUS' : 'UNMATCHED', candidates };
}

const SURENESS = { CODE: 2, NAME: 1, SIMILAR_NAME: 0 } as const;

function withoutRepetition(matches: readonly RowMatch[]): RowMatch[] {
  const holders = new Map<number, number>();
  matches.forEach((match, row) => {
    if (match.kind !== 'MATCHED') return;
    const held = matches[holders.get(match.index) ?? -1];
    if (held?.kind === 'MATCHED' && isAtLeastAsSure(held, match)) return;
    holders.set(match.index, row);
  });
  return matches.map((match, row) => {
    if (match.kind !== 'MATCHED') return match;
    const { index, similarity } = match;
    const holder = holders.get(index) ?? row;
    return holder === row ? match : { kind: 'REPEATED', index, row: holder, similarity };
  });
}

type Matched = Extract<RowMatch, { kind: 'MATCHED' }>;

function isAtLeastAsSure(held: Matched, other: Matched): boolean {
  const lead = SURENESS[held.by] - SURENESS[other.by];
  return lead > 0 || (lead === 0 && held.similarity >= other.similarity);
}

/** Codes are compared without regard to width, case and spaces. */
function codesOf({ code, basicCode, implementationCode }: Identified): string[] {
  return [code, basicCode, implementationCode]
    .map((text) => (text ?? '').normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase())
    .filter((text) => text !== '');
}
