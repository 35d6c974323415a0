import { ProblemError, UNREACHABLE } from '@yikou/api-client';
import type { FormInstance } from 'antd';
import type { TFunction } from 'i18next';

export function isProblem(error: unknown, code?: string): error is ProblemError {
  return error instanceof ProblemError && (code === undefined || error.code === code);
}

/** The sentence to show for anything that went wrong. */
export function sentenceOf(error: unknown, t: TFunction): string {
  if (!isProblem(error)) return t('error.unexpected');
  if (error.code === UNREACHABLE) return t('error.unreachable');
  if (error.code.startsWith('http.')) return t('error.answer', { status: error.status });
  return error.title;
}

type FieldName = (string | number)[];

/**
 * Puts each field problem of the server at the field it names.
 * @param nameOf where a named field lives in the form; undefined when the form has no such field
 * @returns whether every named problem found its field
 */
export function showAtFields(
  form: FormInstance,
  error: ProblemError,
  nameOf: (path: FieldName) => FieldName | undefined = (path) => path,
): boolean {
  const found = error.errors.flatMap(({ field, detail }) => {
    const name = nameOf(pathOf(field));
    if (!name || !form.getFieldInstance(name)) return [];
    return [{ name, sentence: withoutField(detail, field) }];
  });
  showSentences(form, found);
  return found.length > 0 && found.length === error.errors.length;
}

/** A field may have several faults: all of them are shown, or somebody would mend them one by one. */
function showSentences(form: FormInstance, found: { name: FieldName; sentence: string }[]): void {
  const byField = new Map<string, { name: FieldName; errors: string[] }>();
  for (const { name, sentence } of found) {
    const key = name.join('.');
    byField.set(key, { name, errors: [...(byField.get(key)?.errors ?? []), sentence] });
  }
  form.setFields([...byField.values()]);
  const [first] = found;
  if (first) form.focusField(first.name);
}

function pathOf(field: string): FieldName {
  return field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** The field's technical name stands in front of the sentence; the form's label says it better. */
function withoutField(detail: string, field: string): string {
  return detail.startsWith(`${field}：`) ? detail.slice(field.length + 1) : detail;
}
