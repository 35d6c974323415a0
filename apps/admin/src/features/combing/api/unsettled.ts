import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

export const unsettledQuery = infiniteQueryOptions({
  queryKey: ['combing', 'unsettled'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam, signal }) => {
    const query = pageParam ? { cursor: pageParam } : {};
    return bodyOf(api.GET('/api/v1/street-list-entries/unsettled', { params: { query }, signal }));
  },
  getNextPageParam: (page) => page.nextCursor ?? undefined,
  staleTime: 0,
});

/** Standard items whose name, code or initials fit. */
export function standardItemsQuery(q: string) {
  return queryOptions({
    queryKey: ['combing', 'standard-items', q],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/items', {
          params: { query: { limit: 20, ...(q ? { q } : {}) } },
          signal,
        }),
      ),
  });
}

export function useSettleEntry(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Dto<'SettleEntryDto'>) =>
      bodyOf(
        api.POST('/api/v1/street-list-entries/{id}/settle', { params: { path: { id } }, body }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['combing'] }),
  });
}
