/** What went wrong, in the domain's own words; only the problem filter of the api knows HTTP. */
export type ErrorKind =
  'invalid' | 'unauthenticated' | 'forbidden' | 'not-found' | 'conflict' | 'throttled';

export interface ErrorEntry {
  kind: ErrorKind;
  /** One Chinese sentence that says how to mend it. */
  title: string;
}

export interface FieldProblem {
  field: string;
  code: string;
  detail: string;
}

/** A refused request. `code` is stable and public; `entry.title` is what a clerk reads. */
export class DomainError extends Error {
  readonly kind: ErrorKind;
  readonly title: string;

  constructor(
    readonly code: string,
    entry: ErrorEntry,
    readonly detail?: string,
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(`${code}: ${detail ?? entry.title}`);
    this.kind = entry.kind;
    this.title = entry.title;
  }
}

/**
 * Binds a table of codes to a constructor, so that a code that is not in the table does not compile.
 *
 * @param table every code of one module with its kind and Chinese title
 */
export function errorsOf<T extends Record<string, ErrorEntry>>(table: T) {
  return (code: keyof T & string, detail?: string, fields?: readonly FieldProblem[]): DomainError =>
    new DomainError(code, table[code] as ErrorEntry, detail, fields);
}
