import { differencesOf, type Difference } from './difference.js';
import type { ItemStandard } from './item-standard.js';
import { isSameValue } from './same-value.js';
import { LIST_FIELDS, PLAIN_FIELDS, type ListField } from './standard-fields.js';

/** One row of two contents side by side: a difference, or something that both say alike. */
export type SideBySide = Difference | (Omit<Difference, 'kind'> & { kind: 'SAME' });

/**
 * All that two contents say, differences and what is alike, in the order of the standard's fields. What
 * neither says is left out.
 */
export function sideBySide(a: ItemStandard, b: ItemStandard): SideBySide[] {
  const differences = differencesOf(a, b);
  const plain = PLAIN_FIELDS.flatMap(({ path, label, core, valueIn }): SideBySide[] => {
    const found = differences.find((one) => one.path === path);
    if (found) return [found];
    const value = valueIn(a);
    if (value === null || value === '') return [];
    return [{ path, label, core, kind: 'SAME', before: value, after: value }];
  });
  const lists = LIST_FIELDS.flatMap((field): SideBySide[] => [
    ...differences.filter(({ path }) => path.startsWith(`${field.path}[`)),
    ...alikeIn(field, a, b, differences),
  ]);
  return [...plain, ...lists];
}

/** The elements that stand on both sides as they are and where they are. */
function alikeIn(
  { path: list, label, core, listIn, nameOf }: ListField,
  a: ItemStandard,
  b: ItemStandard,
  differences: readonly Difference[],
): SideBySide[] {
  const before = listIn(a);
  return listIn(b).flatMap((after): SideBySide[] => {
    const name = nameOf(after as never);
    const path = `${list}[${name}]`;
    const isAlike = before.some((one) => isSameValue(one, after));
    if (!isAlike || differences.some((one) => one.path === path)) return [];
    return [{ path, label: `${label}“${name}”`, core, kind: 'SAME', before: after, after }];
  });
}
