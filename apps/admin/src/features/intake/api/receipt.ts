import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@yikou/api-client';

export function receiptQuery(id: string) {
  return queryOptions({
    queryKey: ['cases', id, 'receipt'],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/cases/{id}/receipt', { params: { path: { id } }, signal })),
  });
}
