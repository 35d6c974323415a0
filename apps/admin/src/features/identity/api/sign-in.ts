import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';
import { changePerson } from './me';

/** The server also sets a HttpOnly cookie; the token in the answer is not kept. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    // The password is not to be left lying about.
    gcTime: 0,
    mutationFn: (body: Dto<'SignInDto'>) => bodyOf(api.POST('/api/v1/sessions', { body })),
    onSuccess: ({ account }) => changePerson(client, account),
  });
}
