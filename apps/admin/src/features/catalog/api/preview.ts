import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@yikou/api-client';

/** Computed for "now": it is asked again every minute. */
export function previewQuery(code: string) {
  return queryOptions({
    queryKey: ['items', code, 'preview'],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/items/{code}/preview', { params: { path: { code } }, signal })),
    refetchInterval: 60_000,
  });
}
