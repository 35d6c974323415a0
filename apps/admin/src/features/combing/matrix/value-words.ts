import type { TFunction } from 'i18next';
import { words } from '../../../messages/zh-CN/words';

/** Codes of the standard that the pages have a word for; no two groups share a code with another word. */
const GROUPS = ['handlingKind', 'closure', 'level', 'form', 'delivery'] as const;

/** What a field holds, in words; of an element of a list its own parts that say something. */
export function valueWords(value: unknown, t: TFunction): string {
  if (value === null || value === undefined || value === '') return t('cell.empty');
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return codeWords(value, t);
  if (Array.isArray(value)) {
    return value.map((one) => valueWords(one, t)).join('、') || t('cell.empty');
  }
  return elementWords(value as Record<string, unknown>, t);
}

function codeWords(text: string, t: TFunction): string {
  const group = GROUPS.find((one) => Object.hasOwn(words[one], text));
  return group ? t(`${group}.${text}` as 'closure.LOCAL') : text;
}

/** A step, a material, a legal basis, or who handles a step. */
function elementWords(element: Record<string, unknown>, t: TFunction): string {
  const { name, title, level, body, article, note, form, days, copies } = element;
  const told = [name ?? title, level, body, article, note, form, days, copies].filter(
    (part) => (typeof part === 'string' && part !== '') || (typeof part === 'number' && part > 0),
  );
  return told.map((part) => valueWords(part, t)).join(' · ') || t('cell.empty');
}
