import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@yikou/api-client';

export function themesQuery(offeredBy?: string) {
  return queryOptions({
    queryKey: ['items', 'themes', offeredBy],
    queryFn: ({ signal }) => {
      const query = offeredBy ? { offeredBy } : {};
      return bodyOf(api.GET('/api/v1/items/themes', { params: { query }, signal }));
    },
    staleTime: 300_000,
  });
}
