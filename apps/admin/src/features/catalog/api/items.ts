import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

export interface ItemFilter {
  q?: string | undefined;
  level?: Dto<'ItemLevel'> | undefined;
  theme?: string | undefined;
  offeredBy?: string | undefined;
  handlingKind?: Dto<'HandlingKind'> | undefined;
  closure?: Dto<'Closure'> | undefined;
  class?: Dto<'ItemClass'> | undefined;
  standing?: Dto<'ItemStanding'> | undefined;
}

export function itemsQuery(filter: ItemFilter, limit = 30) {
  return infiniteQueryOptions({
    queryKey: ['items', 'list', filter, limit],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = { ...given(filter), limit, ...(pageParam ? { cursor: pageParam } : {}) };
      return bodyOf(api.GET('/api/v1/items', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Only the filters that are set. */
function given(filter: ItemFilter): Given<ItemFilter> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value));
}
