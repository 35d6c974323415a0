import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@yikou/api-client';

/** Keys of the cache are the paths of the API: what lies below a case is renewed with it. */
export function caseQuery(id: string) {
  return queryOptions({
    queryKey: ['cases', id],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/cases/{id}', { params: { path: { id } }, signal })),
  });
}
