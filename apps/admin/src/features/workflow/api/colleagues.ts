import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@yikou/api-client';

/** Who of the own unit may be given the task or asked for help. */
export function colleaguesQuery(id: string) {
  return queryOptions({
    queryKey: ['cases', id, 'colleagues'],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/cases/{id}/colleagues', { params: { path: { id } }, signal })),
  });
}
