import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@yikou/api-client';

export const summaryQuery = queryOptions({
  queryKey: ['deadlines', 'summary'],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/deadlines/summary', { signal })),
  refetchInterval: 60_000,
});
