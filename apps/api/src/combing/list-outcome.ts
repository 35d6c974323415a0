/** What an import does to the street's list, or would do. */
export interface ImportOutcome {
  /** Not in the list before. */
  added: number;
  changed: number;
  unchanged: number;
  /** In the list before, and not in the file. */
  removed: number;
  byCode: number;
  byName: number;
  bySimilarName: number;
  /** As a person had settled it in the edition before. */
  byPerson: number;
  ambiguous: number;
  repeated: number;
  unmatched: number;
  /** The rows that a person should look at; the first hundred. */
  rows: OutcomeRow[];
}

export interface OutcomeRow {
  position: number;
  code: string;
  name: string;
  found: 'SIMILAR_NAME' | 'AMBIGUOUS' | 'REPEATED' | 'UNMATCHED';
  /** The standard item that it was taken for or may be, the likest first. */
  items: string[];
}

export const MOST_OUTCOME_ROWS = 100;
