/** Whether two pieces of content say the same: by structure, and lists in their order. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && hasSameElements(a, b);
  return !Array.isArray(b) && hasSameFields(a as Fields, b as Fields);
}

type Fields = Record<string, unknown>;

function hasSameElements(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (!isSameValue(a[i], b[i])) return false;
  return true;
}

/** A field that is absent says the same as one that is undefined. */
function hasSameFields(a: Fields, b: Fields): boolean {
  for (const key in a) if (!isSameValue(a[key], b[key])) return false;
  for (const key in b) if (a[key] === undefined && b[key] !== undefined) return false;
  return true;
}
