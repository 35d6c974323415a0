import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

export const uncollectedQuery = infiniteQueryOptions({
  queryKey: ['deliveries', 'uncollected'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam, signal }) => {
    const query = { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) };
    return bodyOf(api.GET('/api/v1/deliveries/uncollected', { params: { query }, signal }));
  },
  getNextPageParam: (page) => page.nextCursor ?? undefined,
  placeholderData: keepPreviousData,
});

export function deliveriesQuery(id: string) {
  return queryOptions({
    queryKey: ['deliveries', id],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/cases/{id}/deliveries', { params: { path: { id } }, signal })),
  });
}

export type DeliveryChange =
  | { does: 'handOver'; id: string; body: Dto<'HandOverDto'> }
  | { does: 'send'; id: string; body: Dto<'SendDto'> }
  | { does: 'settle'; id: string; body: Dto<'SettleDto'> }
  | { does: 'remind'; id: string; body: Dto<'RemindDto'> };

export function useChangeDelivery() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: (_done, _error, { id }) =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['deliveries'] }),
        client.invalidateQueries({ queryKey: ['cases', id] }),
      ]),
  });
}

async function send(change: DeliveryChange): Promise<void> {
  const params = { path: { id: change.id } };
  switch (change.does) {
    case 'handOver':
      await api.POST('/api/v1/cases/{id}/deliveries/hand-over', { params, body: change.body });
      return;
    case 'send':
      await api.POST('/api/v1/cases/{id}/deliveries/send', { params, body: change.body });
      return;
    case 'settle':
      await api.POST('/api/v1/cases/{id}/deliveries/settle', { params, body: change.body });
      return;
    case 'remind':
      await api.POST('/api/v1/cases/{id}/deliveries/remind', { params, body: change.body });
  }
}
