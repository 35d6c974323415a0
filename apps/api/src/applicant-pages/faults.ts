import { refusalOf, strictValidation } from '@yikou/platform';

/** What is wrong with a form, in sentences: as a whole and at its fields. */
export interface Faults {
  status: number;
  sentence: string;
  at: Record<string, string>;
}

export const NO_FAULTS: Faults = { status: 200, sentence: '', at: {} };

const FIRST_FAILURE = 500;

/**
 * @param known names of the form's fields; what is wrong elsewhere is said at the top
 * @throws the error itself when it is no refusal but a failure
 */
export function faultsOf(error: unknown, known: readonly string[]): Faults {
  const { status, title, fields = [] } = refusalOf(error);
  if (status >= FIRST_FAILURE) throw error;
  const at: Record<string, string> = {};
  for (const { field, detail } of fields) {
    if (known.includes(field)) at[field] ??= detail.replace(`${field}：`, '');
  }
  return { status, sentence: title, at };
}

const VALIDATION = strictValidation();

/** What the API would take; a form gets no further with anything else. */
export async function checked<T extends object>(form: object, shape: new () => T): Promise<T> {
  return (await VALIDATION.transform(form, { type: 'body', metatype: shape })) as T;
}

/** The applicant's fields of a form as the API names them; what was left empty is missing. */
export function applicantOf(fields: Record<string, string>): Record<string, string> {
  const given = Object.entries(fields).filter(
    ([name, value]) => name.startsWith('applicant.') && value,
  );
  return Object.fromEntries(given.map(([name, value]) => [name.slice('applicant.'.length), value]));
}
