import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';
import { meQuery } from './me';

/** Gives the code in a session that was opened without it. */
export function useProveSession() {
  const client = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: (body: Dto<'CodeDto'>) =>
      bodyOf(api.POST('/api/v1/sessions/current/second-factor', { body })),
    onSuccess: (account) => client.setQueryData(meQuery.queryKey, account),
  });
}
