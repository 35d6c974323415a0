import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

export function useRegister() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Dto<'RegisterCaseDto'>) => bodyOf(api.POST('/api/v1/cases', { body })),
    onSuccess: (registered) => client.setQueryData(['cases', registered.id], registered),
  });
}
