import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@yikou/api-client';

/** The words that a standard is written in, and what its completeness is counted by. */
export const vocabularyQuery = queryOptions({
  queryKey: ['catalog-vocabulary'],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/catalog-vocabulary', { signal })),
  staleTime: Infinity,
});
