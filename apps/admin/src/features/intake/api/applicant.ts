import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@yikou/api-client';

export function applicantQuery(id: string) {
  return queryOptions({
    queryKey: ['cases', id, 'applicant'],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/cases/{id}/applicant', { params: { path: { id } }, signal })),
    staleTime: 300_000,
  });
}
