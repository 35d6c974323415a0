import { createHash } from 'node:crypto';
import type { ItemStandard } from '@yikou/domain';

/**
 * The SHA-256 (hex) of what items say: the same whatever the order of the items and of the fields in
 * them, another as soon as one character differs.
 */
export function contentHashOf(items: readonly ItemStandard[]): string {
  return valueHashOf([...items].sort((a, b) => (a.code < b.code ? -1 : 1)));
}

/** The SHA-256 (hex) of a value as JSON, whatever the order of its fields. */
export function valueHashOf(value: unknown): string {
  return createHash('sha256').update(canonical(value), 'utf8').digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(([, its]) => its !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, its]) => `${JSON.stringify(name)}:${canonical(its)}`);
  return `{${fields.join(',')}}`;
}
