import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@yikou/api-client';
import { changePerson } from './me';

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.DELETE('/api/v1/sessions/current'),
    onSettled: () => changePerson(client, null),
  });
}
