import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@yikou/api-client';

const LARGEST_PAGE = 100;

export const chainsQuery = infiniteQueryOptions({
  queryKey: ['audit', 'chains'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam, signal }) => {
    const query = { limit: LARGEST_PAGE, ...(pageParam ? { cursor: pageParam } : {}) };
    return bodyOf(api.GET('/api/v1/audit/chains', { params: { query }, signal }));
  },
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});
