import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';
import { changePerson } from './me';

/** The server also sets a HttpOnly cookie; the token in the answer is not kept. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Dto<'SignInDto'>) => bodyOf(api.POST('/api/v1/sessions', { body })),
    onSuccess: ({ account }) => changePerson(client, account),
  });
}
