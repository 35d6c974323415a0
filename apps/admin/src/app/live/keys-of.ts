import type { QueryKey } from '@tanstack/react-query';

/** What the server names; the rest is asked for as always. */
export interface Change {
  kind: string;
  id: string;
}

/** What is shown of each kind of thing. Keys of the cache are the paths of the API. */
const KEYS: Record<string, (id: string) => QueryKey[]> = {
  consultation: () => [['consultations', 'list']],
  queue: () => [['queue']],
  case: (id) => [['cases', id], ['cases', 'list'], ['tasks'], ['deadlines']],
};

/** Parts of the cache that are kept up to date while a page is open. */
export const LIVE_KEYS: QueryKey[] = [
  ['cases'],
  ['tasks'],
  ['deadlines'],
  ['consultations', 'list'],
  ['queue'],
];

export function keysOf({ kind, id }: Change): QueryKey[] {
  return KEYS[kind]?.(id) ?? [];
}
