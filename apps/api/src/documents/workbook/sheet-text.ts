/**
 * A text as Office keeps it: what XML cannot hold (control characters, a carriage return, half of a
 * surrogate pair) is written as `_x000D_`, and an underscore that would be taken for such, as `_x005F_`.
 */
export function sheetText(text: string): string {
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replaceAll(UNHOLDABLE, (sign) => {
    const hex = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `_x${hex}_`;
  });
}

// The control characters are the very thing looked for.
const UNHOLDABLE = /[^\P{Cc}\t\n]|\p{Cs}|[\uFFFE\uFFFF]/gu;

const LONGEST_NAME = 31;

/** A name that Office accepts for a sheet, unlike those taken already. */
export function sheetName(name: string, taken: readonly string[]): string {
  const plain = name.replaceAll(/[*?:\\/[\]\p{Cc}\p{Cs}]/gu, '_').replaceAll(/^'|'$/g, '_');
  const base = [...(plain.trim() || '_')].slice(0, LONGEST_NAME - 3).join('');
  const isTaken = (its: string) => taken.some((other) => other.toLowerCase() === its.toLowerCase());
  let unlike = base;
  for (let n = 2; isTaken(unlike) || unlike.toLowerCase() === 'history'; n += 1) {
    unlike = `${base}${n}`;
  }
  return unlike;
}
