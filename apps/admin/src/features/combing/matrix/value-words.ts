import type { TFunction } from 'i18next';

/** What a field holds, in words; of an element of a list its own parts that say something. */
export function valueWords(value: unknown, t: TFunction): string {
  if (value === null || value === undefined || value === '') return t('cell.empty');
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map((one) => valueWords(one, t)).join('、');
  const { name, title, article, note, days, copies } = value as Record<string, unknown>;
  const told = [name ?? title, article, note, days, copies].filter(
    (part) => (typeof part === 'string' && part !== '') || (typeof part === 'number' && part > 0),
  );
  return told.map(String).join(' · ');
}
