import { combingError } from './combing-errors.js';
import type { Difference } from './difference.js';
import type { ItemStandard } from './item-standard.js';
import { LIST_FIELDS, PLAIN_FIELDS } from './standard-fields.js';

/** They belong to the item itself: no version changes them. */
const OF_THE_ITEM = ['code', 'level'];

const ADOPTABLE: ReadonlySet<string> = new Set(
  [...PLAIN_FIELDS, ...LIST_FIELDS].map(({ path }) => path).filter((p) => !OF_THE_ITEM.includes(p)),
);

/**
 * The field that a difference lies in: a list is taken over as a whole.
 *
 * @returns null where a version cannot take it over
 */
export function fieldOfDifference({ path }: Pick<Difference, 'path'>): string | null {
  const field = path.replace(/\[.*$/su, '');
  return ADOPTABLE.has(field) ? field : null;
}

/**
 * The standard with the street's text in the chosen fields and its own in all others.
 *
 * @param fields out of {@link fieldOfDifference}
 * @throws DomainError `combing.field_unknown`
 */
export function withFieldsOf(
  standard: ItemStandard,
  street: ItemStandard,
  fields: readonly string[],
): ItemStandard {
  const unknown = fields.filter((field) => !ADOPTABLE.has(field));
  if (unknown.length > 0) throw combingError('combing.field_unknown', unknown.join('、'));
  return fields.reduce((content, field) => adopt(content, street, field), standard);
}

/** A fee that one side does not have is taken over whole: a part of nothing cannot be set. */
function adopt(content: ItemStandard, street: ItemStandard, field: string): ItemStandard {
  const wholeFee = content.fee === null || street.fee === null;
  const path = field.startsWith('fee.') && wholeFee ? ['fee'] : field.split('.');
  return placed(content, street, path) as ItemStandard;
}

function placed(into: unknown, from: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return from;
  const [target, source] = [into as Record<string, unknown>, from as Record<string, unknown>];
  return { ...target, [key]: placed(target[key], source[key], rest) };
}
