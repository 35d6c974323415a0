/** What a version still lacks or what it does against a rule; the editor shows it at its field. */
export interface StandardProblem {
  /** Dotted path into the version's content, such as `materials.2.name`. */
  field: string;
  code: string;
  /** One Chinese sentence that says how to mend it. */
  title: string;
}

export function problem(field: string, code: string, title: string): StandardProblem {
  return { field, code, title };
}

export function isBlank(text: string | null | undefined): boolean {
  return !text?.trim();
}
