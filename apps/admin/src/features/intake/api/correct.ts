import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '@yikou/api-client';

/** Opens the case that puts a closed one right. */
export function useCorrect(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { reason: string; receivedMaterials: number[] }) =>
      bodyOf(api.POST('/api/v1/cases/{id}/corrections', { params: { path: { id } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['cases'] }),
  });
}
