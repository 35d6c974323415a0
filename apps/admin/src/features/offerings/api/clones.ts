import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

export const clonesQuery = queryOptions({
  queryKey: ['offerings', 'clones'],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/offering-clones', { signal })),
});

export function clonePreviewQuery(sourceUnitId: string, targetUnitId: string) {
  return queryOptions({
    queryKey: ['offerings', 'clone-preview', sourceUnitId, targetUnitId],
    queryFn: ({ signal }) => {
      const query = { sourceUnitId, targetUnitId };
      return bodyOf(api.GET('/api/v1/offering-clones/preview', { params: { query }, signal }));
    },
  });
}

type CloneChange = { does: 'run'; body: Dto<'CloneRequestDto'> } | { does: 'undo'; id: string };

export function useClone() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: CloneChange): Promise<Dto<'CloneDto'>> =>
      change.does === 'run'
        ? bodyOf(api.POST('/api/v1/offering-clones', { body: change.body }))
        : bodyOf(
            api.POST('/api/v1/offering-clones/{id}/undo', { params: { path: { id: change.id } } }),
          ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['offerings'] }),
  });
}
