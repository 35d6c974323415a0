import type { StandardItem } from '../catalog/index.js';
import type { FoundBy } from './combing.entity.js';
import { MOST_OUTCOME_ROWS, type ImportOutcome, type OutcomeRow } from './list-outcome.js';
import { rowKeyOf, type EarlierEntry, type MatchedEntry } from './match-list.js';

const WORTH_A_LOOK: readonly FoundBy[] = ['SIMILAR_NAME', 'AMBIGUOUS', 'REPEATED', 'UNMATCHED'];

/** What the entries do to the street's list as it is. */
export function outcomeOf(
  entries: readonly MatchedEntry[],
  earlier: readonly EarlierEntry[],
  standards: readonly StandardItem[],
): ImportOutcome {
  const before = new Map(earlier.map((one) => [keyOf(one.item_id, one), one.content_hash]));
  const keys = new Set(entries.map((entry) => keyOf(entry.itemId, entry.content)));
  const hashes = entries.map((entry) => before.get(keyOf(entry.itemId, entry.content)));
  const unchanged = entries.filter(({ contentHash }, i) => hashes[i] === contentHash).length;
  const added = hashes.filter((hash) => hash === undefined).length;
  const count = (found: FoundBy) => entries.filter((entry) => entry.found === found).length;
  const nameOf = new Map(standards.map(({ itemId, standard }) => [itemId, standard.name]));
  return {
    added,
    changed: entries.length - added - unchanged,
    unchanged,
    removed: [...before.keys()].filter((key) => !keys.has(key)).length,
    byCode: count('CODE'),
    byName: count('NAME'),
    bySimilarName: count('SIMILAR_NAME'),
    byPerson: count('PERSON'),
    ambiguous: count('AMBIGUOUS'),
    repeated: count('REPEATED'),
    unmatched: count('UNMATCHED'),
    rows: entries
      .filter(({ found }) => WORTH_A_LOOK.includes(found))
      .slice(0, MOST_OUTCOME_ROWS)
      .map((entry) => outcomeRow(entry, nameOf)),
  };
}

function keyOf(itemId: string | null, row: { code: string; name: string }): string {
  return itemId ?? rowKeyOf(row);
}

function outcomeRow(
  { position, content, found, candidates }: MatchedEntry,
  nameOf: ReadonlyMap<string, string>,
): OutcomeRow {
  return {
    position,
    code: content.code,
    name: content.name,
    found: found as OutcomeRow['found'],
    items: candidates.flatMap(({ itemId }) => nameOf.get(itemId) ?? []),
  };
}
