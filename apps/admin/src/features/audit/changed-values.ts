import type { TFunction } from 'i18next';
import { audit } from '../../messages/zh-CN/audit';
import { words } from '../../messages/zh-CN/words';
import { stamp } from '../../ui/time';
import { isOneOf } from './entry-words';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

export interface ChangedField {
  name: string;
  before: string;
  after: string;
}

type Values = Record<string, unknown> | null;

/** What was noted of one thing before and after, side by side in words. */
export function changedFields(before: Values, after: Values, t: TFunction): ChangedField[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names.map((name) => ({
    name: isOneOf(audit.changedField, name) ? t(`changedField.${name}`) : name,
    before: valueWords(name, before?.[name], t),
    after: valueWords(name, after?.[name], t),
  }));
}

function valueWords(field: string, value: unknown, t: TFunction): string {
  if (value === null || value === undefined) return t('audit.nothing');
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  if (typeof value !== 'string') return JSON.stringify(value);
  if (field === 'role' && isOneOf(words.role, value)) return t(`role.${value}`);
  if (field === 'state' && isOneOf(words.state, value)) return t(`state.${value}`);
  if (field === 'kind' && isOneOf(words.deadlineKind, value)) return t(`deadlineKind.${value}`);
  if (isOneOf(audit.changedValue, value)) return t(`changedValue.${value}`);
  return INSTANT.test(value) ? stamp(value) : value;
}
