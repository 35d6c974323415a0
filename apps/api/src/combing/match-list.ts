import { randomUUID } from 'node:crypto';
import {
  columnOf,
  matchRows,
  StandardIndex,
  type Candidate,
  type ItemStandard,
  type RowMatch,
} from '@yikou/domain';
import type { StandardItem } from '../catalog/index.js';
import { valueHashOf } from '../documents/index.js';
import type { EntryCandidate, EntryState, FoundBy } from './combing.entity.js';
import { comparisonOf, type Comparison } from './comparison.js';

/** An entry of the edition before that a person settled, or whose change is to be told. */
export interface EarlierEntry {
  code: string;
  name: string;
  state: EntryState;
  found: FoundBy;
  item_id: string | null;
  content_hash: string;
}

export interface MatchedEntry extends Partial<Comparison> {
  id: string;
  position: number;
  content: ItemStandard;
  contentHash: string;
  state: EntryState;
  found: FoundBy;
  candidates: EntryCandidate[];
  itemId: string | null;
  extraKey: string | null;
  versionId: string | null;
}

/** Which standard item each row of a list is (R30); what a person settled before holds on. */
export class ListMatcher {
  private readonly byId: Map<string, StandardItem>;
  private readonly settled: Map<string, EarlierEntry>;
  private readonly taken = new Set<string>();
  private readonly matches: RowMatch[];

  constructor(
    private readonly items: readonly ItemStandard[],
    private readonly standards: readonly StandardItem[],
    earlier: readonly EarlierEntry[],
  ) {
    this.byId = new Map(standards.map((one) => [one.itemId, one]));
    this.settled = new Map(
      earlier.filter(({ found }) => found === 'PERSON').map((one) => [rowKeyOf(one), one]),
    );
    this.matches = matchRows(items, new StandardIndex(standards.map(({ standard }) => standard)));
    this.matches.forEach((match) => {
      const item = match.kind === 'MATCHED' && this.standards[match.index];
      if (item) this.taken.add(item.itemId);
    });
  }

  /** @param from place of the first row, from 0 */
  entries(from: number, until: number): MatchedEntry[] {
    return this.items.slice(from, until).map((content, i) => this.entry(content, from + i));
  }

  private entry(content: ItemStandard, index: number): MatchedEntry {
    const match = this.matches[index] as RowMatch;
    const base = {
      id: randomUUID(),
      position: index + 1,
      content,
      contentHash: valueHashOf(content),
      candidates: this.candidatesOf(match),
    };
    if (match.kind === 'MATCHED') {
      return { ...base, ...this.asItem(this.standards[match.index], content, match.by) };
    }
    const known = this.settledBefore(content);
    return { ...base, ...(known ?? unsettled(match.kind)) };
  }

  private asItem(item: StandardItem | undefined, content: ItemStandard, found: FoundBy) {
    if (!item) throw new Error('a match without its item');
    const { itemId, versionId, standard } = item;
    const comparison = comparisonOf(standard, content);
    return { state: 'MATCHED' as const, found, itemId, extraKey: null, versionId, ...comparison };
  }

  /** Two rows of one list cannot be settled alike: the second is asked about again. */
  private settledBefore(content: ItemStandard) {
    const earlier = this.settled.get(rowKeyOf(content));
    if (!earlier) return null;
    const extraKey = earlier.state === 'EXTRA' ? columnOf({ item: null, content }) : null;
    const item = earlier.item_id === null ? undefined : this.byId.get(earlier.item_id);
    const wanted = item?.itemId ?? extraKey;
    if (wanted !== null && this.taken.has(wanted)) return null;
    if (wanted !== null) this.taken.add(wanted);
    if (item) return this.asItem(item, content, 'PERSON');
    const isKept = earlier.state === 'EXTRA' || earlier.state === 'DROPPED';
    if (!isKept) return null;
    return {
      state: earlier.state,
      found: 'PERSON' as const,
      itemId: null,
      extraKey,
      versionId: null,
    };
  }

  private candidatesOf(match: RowMatch): EntryCandidate[] {
    const found: Candidate[] =
      match.kind === 'AMBIGUOUS' || match.kind === 'UNMATCHED' ? match.candidates : [match];
    return found.flatMap(({ index, similarity }) => {
      const itemId = this.standards[index]?.itemId;
      return itemId === undefined ? [] : [{ itemId, similarity }];
    });
  }
}

function unsettled(found: 'AMBIGUOUS' | 'REPEATED' | 'UNMATCHED') {
  return { state: 'UNSETTLED' as const, found, itemId: null, extraKey: null, versionId: null };
}

export function rowKeyOf({ code, name }: Pick<ItemStandard, 'code' | 'name'>): string {
  return `${code}\n${name}`;
}
