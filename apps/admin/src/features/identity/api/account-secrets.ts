import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '@yikou/api-client';

export function accountSessionsQuery(id: string) {
  return queryOptions({
    queryKey: ['accounts', id, 'sessions'],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/accounts/{id}/sessions', { params: { path: { id } }, signal })),
  });
}

/** Whatever is reset or ended changes how the account stands. */
function useSecret<Wanted, Answer>(id: string, send: (wanted: Wanted) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: send,
    onSettled: () => client.invalidateQueries({ queryKey: ['accounts', id] }),
  });
}

/** The one-time password in the answer goes to the page and stays in no cache. */
export function useResetPassword(id: string) {
  return useSecret(id, () =>
    bodyOf(api.POST('/api/v1/accounts/{id}/password-reset', { params: { path: { id } } })),
  );
}

export function useResetSecondFactor(id: string) {
  return useSecret(id, () =>
    bodyOf(api.POST('/api/v1/accounts/{id}/second-factor-reset', { params: { path: { id } } })),
  );
}

/** Ends one session of the account, or all of them. */
export function useEndAccountSession(id: string) {
  return useSecret(id, (which: { sessionId: string } | 'all') =>
    which === 'all'
      ? bodyOf(api.DELETE('/api/v1/accounts/{id}/sessions', { params: { path: { id } } }))
      : bodyOf(
          api.DELETE('/api/v1/accounts/{id}/sessions/{sessionId}', {
            params: { path: { id, ...which } },
          }),
        ),
  );
}
