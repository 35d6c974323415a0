import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

export interface DeadlineFilter {
  light?: Dto<'Light'>;
  kind?: Dto<'DeadlineKind'>;
  ownerUnitId?: string;
}

export function deadlinesQuery(filter: DeadlineFilter) {
  return infiniteQueryOptions({
    queryKey: ['deadlines', 'list', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, ...(pageParam ? { cursor: pageParam } : {}) };
      return bodyOf(api.GET('/api/v1/deadlines', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
}
