import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@yikou/api-client';

export function materialsQuery(id: string) {
  return queryOptions({
    queryKey: ['cases', id, 'materials'],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/cases/{id}/materials', { params: { path: { id } }, signal })),
  });
}
