import { ProblemError } from '@yikou/platform';

/** The place after the last row of a page, as the caller hands it back. */
export function cursorOf(...key: (string | Date | number)[]): string {
  const parts = key.map((part) => (part instanceof Date ? part.toISOString() : String(part)));
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/**
 * @param shape one pattern per part of the key, so that a made-up cursor never reaches SQL
 * @throws ProblemError `page.cursor_invalid`
 */
export function keyOf(cursor: string | undefined, shape: readonly RegExp[]): string[] | undefined {
  if (cursor === undefined) return undefined;
  const parts = partsOf(cursor);
  if (parts?.length === shape.length && shape.every((pattern, i) => pattern.test(parts[i] ?? ''))) {
    return parts;
  }
  throw new ProblemError(
    400,
    'page.cursor_invalid',
    '翻页标记无效，请从第一页重新查询。',
    undefined,
    [
      {
        field: 'cursor',
        code: 'page.cursor_invalid',
        detail: 'cursor：应原样使用上一页返回的 nextCursor。',
      },
    ],
  );
}

function partsOf(cursor: string): string[] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const texts = Array.isArray(parts) && parts.every((part) => typeof part === 'string');
    return texts ? parts : undefined;
  } catch {
    return undefined;
  }
}

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3,6}Z$/;

/** One page of `rows`, which were asked for with one more than the page holds. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  draw: (row: R) => T,
  key: (row: R) => string,
): { items: T[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(draw),
    nextCursor: rows.length > limit && last ? key(last) : null,
  };
}
