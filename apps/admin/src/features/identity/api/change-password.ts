import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';
import { meQuery } from './me';
import { sessionsKey } from './sessions';

/** The server ends every other session with it. */
export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: (body: Dto<'ChangePasswordDto'>) =>
      bodyOf(api.PUT('/api/v1/me/password', { body })),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: meQuery.queryKey }),
        client.invalidateQueries({ queryKey: sessionsKey }),
      ]),
  });
}
