import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@yikou/api-client';

/** What a version says; a published one never changes. */
export function versionContentQuery(id: string) {
  return queryOptions({
    queryKey: ['versions', id],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/item-versions/{id}', { params: { path: { id } }, signal })),
  });
}
