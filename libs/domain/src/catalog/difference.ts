import type { ItemStandard } from './item-standard.js';
import { alignLists, type Named, type Pair } from './list-alignment.js';
import { isSameValue } from './same-value.js';
import { LIST_FIELDS, PLAIN_FIELDS, type ListField } from './standard-fields.js';

export const DIFFERENCE_KINDS = ['ADDED', 'REMOVED', 'CHANGED', 'MOVED'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** One point in which two contents differ. */
export interface Difference {
  /** Such as `limits.promised.amount` or `materials[居民身份证].note`; the same from either side. */
  path: string;
  /** What a person reads, such as 申请材料“居民身份证”：办理说明. */
  label: string;
  kind: DifferenceKind;
  /** The values; the elements of a list that was added to or taken from; the places, from 1, if MOVED. */
  before: unknown;
  after: unknown;
  /** R34: name, conditions, steps, promised limit. */
  core: boolean;
}

/**
 * Where two contents differ, field by field in the order of the standard's fields, lists by what their
 * elements are. A content does not differ from itself; exchanged contents give the same differences the
 * other way round (`exchanged`).
 *
 * @param paths out of `COMPARED_PATHS`: what to look at, all by default; a street's list that lacks a
 *   column does not differ in it
 */
export function differencesOf(
  a: ItemStandard,
  b: ItemStandard,
  paths?: ReadonlySet<string>,
): Difference[] {
  if (a === b) return [];
  const found: Difference[] = [];
  for (const { path, label, core, valueIn } of PLAIN_FIELDS) {
    if (paths && !paths.has(path)) continue;
    const [before, after] = [valueIn(a), valueIn(b)];
    if (isSameValue(before, after)) continue;
    found.push({ path, label, kind: 'CHANGED', before, after, core });
  }
  for (const field of LIST_FIELDS) {
    const [before, after] = [field.listIn(a), field.listIn(b)];
    if (!isSameValue(before, after)) found.push(...listDifferences(field, before, after, paths));
  }
  return found;
}

/** The same differences seen from the other side. */
export function exchanged(differences: readonly Difference[]): Difference[] {
  const other: Record<DifferenceKind, DifferenceKind> = {
    ADDED: 'REMOVED',
    REMOVED: 'ADDED',
    CHANGED: 'CHANGED',
    MOVED: 'MOVED',
  };
  return differences.map(({ before, after, kind, ...rest }) => ({
    ...rest,
    kind: other[kind],
    before: after,
    after: before,
  }));
}

function listDifferences(
  field: ListField,
  before: readonly unknown[],
  after: readonly unknown[],
  paths: ReadonlySet<string> | undefined,
): Difference[] {
  const [a, b] = [namedIn(field, before), namedIn(field, after)];
  const used = new Map<string, number>();
  return alignLists(a, b).flatMap((pair) => {
    const name = elementName(a, b, pair);
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    const key = times === 1 ? name : `${name}#${times}`;
    const values = [valueAt(a, pair.before), valueAt(b, pair.after)] as const;
    return elementDifferences(field, values, pair, key, paths);
  });
}

function namedIn({ nameOf }: ListField, list: readonly unknown[]): Named[] {
  return list.map((value) => ({ value, name: nameOf(value as never) }));
}

/** Reworded, it goes by the smaller of its two names: a path must not depend on the side. */
function elementName(a: readonly Named[], b: readonly Named[], { before, after }: Pair): string {
  const one = before === null ? undefined : a[before]?.name;
  const other = after === null ? undefined : b[after]?.name;
  if (one === undefined || other === undefined) return one ?? other ?? '';
  return one < other ? one : other;
}

function elementDifferences(
  field: ListField,
  [one, other]: readonly [unknown, unknown],
  { before, after, moved }: Pair,
  key: string,
  paths: ReadonlySet<string> | undefined,
): Difference[] {
  if (!moved && isSameValue(one, other)) return [];
  const of = {
    path: `${field.path}[${key}]`,
    label: `${field.label}“${key}”`,
    core: field.core,
  };
  const found: Difference[] = [];
  const isListed = !paths || paths.has(field.path);
  const isText = field.fields.length === 0;
  if (before === null || after === null) {
    const kind = before === null ? 'ADDED' : 'REMOVED';
    return isListed ? [{ ...of, kind, before: one, after: other }] : [];
  }
  if (moved && isListed) {
    found.push({ ...of, kind: 'MOVED', before: before + 1, after: after + 1 });
  }
  if (isText && one !== other && isListed) {
    found.push({ ...of, kind: 'CHANGED', before: one, after: other });
  }
  return [...found, ...partDifferences(field, [one, other], of, paths)];
}

function partDifferences(
  field: ListField,
  [one, other]: readonly [unknown, unknown],
  of: Pick<Difference, 'path' | 'label' | 'core'>,
  paths: ReadonlySet<string> | undefined,
): Difference[] {
  return field.fields.flatMap(({ key, label }): Difference[] => {
    if (paths && !paths.has(`${field.path}.${key}`)) return [];
    const [before, after] = [partOf(one, key), partOf(other, key)];
    if (isSameValue(before, after)) return [];
    const where = { path: `${of.path}.${key}`, label: `${of.label}：${label}`, core: of.core };
    return [{ ...where, kind: 'CHANGED', before, after }];
  });
}

function valueAt(list: readonly Named[], index: number | null): unknown {
  return index === null ? null : (list[index]?.value ?? null);
}

function partOf(element: unknown, part: string): unknown {
  return (element as Record<string, unknown>)[part] ?? null;
}
