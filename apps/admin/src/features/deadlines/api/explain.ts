import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@yikou/api-client';

export function explainQuery(id: string, version: string) {
  return queryOptions({
    queryKey: ['deadlines', id, 'explain', version],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/deadlines/{id}/explain', { params: { path: { id } }, signal })),
  });
}
