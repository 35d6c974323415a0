import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

/** An item as those who build the list see it: versions, the one in the making, what may be done. */
export function entryQuery(code: string) {
  return queryOptions({
    queryKey: ['items', code, 'entry'],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/items/{code}/entry', { params: { path: { code } }, signal })),
  });
}

export function useRetireItem(code: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Dto<'RetireItemDto'>) =>
      bodyOf(api.POST('/api/v1/items/{code}/retire', { params: { path: { code } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['items'] }),
  });
}

export function useReviseItem(code: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      bodyOf(api.POST('/api/v1/items/{code}/revise', { params: { path: { code } } })),
    onSuccess: (draft) => {
      client.setQueryData(['drafts', draft.id], draft);
      return client.invalidateQueries({ queryKey: ['items', code] });
    },
  });
}
