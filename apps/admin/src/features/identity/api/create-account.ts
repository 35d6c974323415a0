import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';
import { accountChanged } from './account';

/** The one-time password in the answer goes to the page and stays in no cache. */
export function useCreateAccount() {
  const client = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: (body: Dto<'CreateAccountDto'>) => bodyOf(api.POST('/api/v1/accounts', { body })),
    onSuccess: ({ account }) => accountChanged(client, account),
  });
}
