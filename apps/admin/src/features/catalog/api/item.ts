import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@yikou/api-client';

export function itemQuery(code: string) {
  return queryOptions({
    queryKey: ['items', code],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/items/{code}', { params: { path: { code } }, signal })),
    staleTime: 60_000,
  });
}
