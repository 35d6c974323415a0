import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '@yikou/api-client';
import { materialsQuery } from './materials';

export function useReceiveMaterial(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ position, received }: { position: number; received: boolean }) =>
      bodyOf(
        api.POST('/api/v1/cases/{id}/materials/{position}/receive', {
          params: { path: { id, position } },
          body: { received },
        }),
      ),
    onSuccess: (materials) => client.setQueryData(materialsQuery(id).queryKey, materials),
  });
}
