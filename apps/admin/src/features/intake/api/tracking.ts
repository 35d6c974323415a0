import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '@yikou/api-client';

export function trackingQuery(id: string) {
  return queryOptions({
    queryKey: ['cases', id, 'tracking'],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/cases/{id}/tracking', { params: { path: { id } }, signal })),
  });
}

export function useNameFollower(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (accountId: string) =>
      bodyOf(
        api.PUT('/api/v1/cases/{id}/follower', { params: { path: { id } }, body: { accountId } }),
      ),
    onSuccess: (tracking) => client.setQueryData(trackingQuery(id).queryKey, tracking),
  });
}

export function useTellProgress(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (text: string) =>
      bodyOf(
        api.POST('/api/v1/cases/{id}/progress-messages', {
          params: { path: { id } },
          body: { text },
        }),
      ),
    onSuccess: (tracking) => client.setQueryData(trackingQuery(id).queryKey, tracking),
  });
}
