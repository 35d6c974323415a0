/** Says what is wrong with a value, and where. */
export type Refuse = (path: string, title: string) => void;

/**
 * What a value from outside must be. Everything wrong is told, and what is returned then is of no use:
 * the caller drops an item of which anything was refused.
 */
export interface Shape<T> {
  read(this: void, value: unknown, path: string, refuse: Refuse): T;
}

function plain<T>(title: string, is: (value: unknown) => value is T): Shape<T> {
  return {
    read: (value, path, refuse) => {
      if (is(value)) return value;
      refuse(path, title);
      return undefined as T;
    },
  };
}

export const text = plain('应为文本。', (value) => typeof value === 'string');
export const yesNo = plain('应为true或false。', (value) => typeof value === 'boolean');
export const count = plain(
  '应为0以上的整数。',
  (value): value is number => Number.isSafeInteger(value) && (value as number) >= 0,
);

/** A code of a closed set. */
export function oneOf<C extends string>(words: Readonly<Record<C, string>>): Shape<C> {
  const codes = Object.keys(words);
  return plain(`应为下列之一：${codes.join('、')}。`, (value): value is C =>
    codes.includes(value as string),
  );
}

export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return {
    read: (value, path, refuse) => (value === null ? null : shape.read(value, path, refuse)),
  };
}

const MOST_ENTRIES = 10_000;

export function list<T>(shape: Shape<T>): Shape<T[]> {
  const entries = plain(
    '应为数组。',
    (value): value is unknown[] => Array.isArray(value) && value.length <= MOST_ENTRIES,
  );
  return {
    read: (value, path, refuse) =>
      (entries.read(value, path, refuse) ?? []).map((its, i) =>
        shape.read(its, `${path}.${i}`, refuse),
      ),
  };
}

type Fields = Readonly<Record<string, Shape<unknown>>>;
type ValueOf<F> = { [K in keyof F]: F[K] extends Shape<infer T> ? T : never };

/** An object of these fields, and of no other: what nobody knows must not get lost unseen. */
export function object<F extends Fields>(fields: F): Shape<ValueOf<F>>;
/** Fields of `optional` may be left out, and then are left out of what is read. */
export function object<F extends Fields, O extends Fields>(
  fields: F,
  optional: O,
): Shape<ValueOf<F> & Partial<ValueOf<O>>>;
export function object(fields: Fields, optional: Fields = {}): Shape<unknown> {
  const known = new Map(Object.entries({ ...optional, ...fields }));
  return {
    read: (value, path, refuse) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        refuse(path, '应为对象。');
        return undefined;
      }
      const told = new Map<string, unknown>(Object.entries(value));
      const at = (field: string) => (path === '' ? field : `${path}.${field}`);
      for (const field of told.keys()) if (!known.has(field)) refuse(at(field), '不认识这个字段。');
      for (const field of Object.keys(fields)) {
        if (!told.has(field)) refuse(at(field), '缺少这个字段。');
      }
      const read = [...known].flatMap(([field, shape]) =>
        told.has(field) ? [[field, shape.read(told.get(field), at(field), refuse)]] : [],
      );
      return Object.fromEntries(read) as unknown;
    },
  };
}
