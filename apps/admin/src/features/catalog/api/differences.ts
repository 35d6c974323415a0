import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@yikou/api-client';

export function differencesQuery(from: string, to: string, all: boolean) {
  return queryOptions({
    queryKey: ['versions', 'differences', from, to, all],
    queryFn: ({ signal }) => {
      const query = { from, to, ...(all ? { all } : {}) };
      return bodyOf(api.GET('/api/v1/item-differences', { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
  });
}
