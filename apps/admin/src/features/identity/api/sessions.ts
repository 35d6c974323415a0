import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '@yikou/api-client';

export const sessionsKey = ['sessions'] as const;

export const sessionsQuery = queryOptions({
  queryKey: sessionsKey,
  queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/sessions', { signal })),
});

/** Ends one session of the person, or with `others` all but this one. */
export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (which: { id: string } | 'others') =>
      which === 'others'
        ? bodyOf(api.DELETE('/api/v1/sessions/others'))
        : bodyOf(api.DELETE('/api/v1/sessions/{id}', { params: { path: which } })),
    // Also after a refusal: the session may be over already.
    onSettled: () => client.invalidateQueries({ queryKey: sessionsKey }),
  });
}
