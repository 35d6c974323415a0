import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

export type Ticket = Dto<'TicketDto'>;
export type TicketPriority = Dto<'TicketPriority'>;

export const queueQuery = queryOptions({
  queryKey: ['queue', 'own'],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/queue', { signal })),
});

export function queueStatisticsQuery(unitId: string, day: string) {
  return queryOptions({
    queryKey: ['queue', 'statistics', unitId, day],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/queue/statistics', { params: { query: { unitId, day } }, signal })),
  });
}

export function useTakeTicket() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (priority: TicketPriority) =>
      bodyOf(api.POST('/api/v1/queue/tickets', { body: { priority } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['queue'] }),
  });
}

export type QueueAct =
  | { verb: 'call'; counterNumber: number }
  | { verb: 'recall' | 'start' | 'skip' | 'finish' | 'requeue'; ticket: Ticket }
  | { verb: 'transfer'; ticket: Ticket; toCounter?: number | undefined };

function send(act: QueueAct): Promise<Ticket> {
  if (act.verb === 'call') {
    const { counterNumber } = act;
    return bodyOf(api.POST('/api/v1/queue/call', { body: { counterNumber } }));
  }
  const { id, version } = act.ticket;
  const params = { path: { id } };
  if (act.verb === 'transfer') {
    const body = { version, ...(act.toCounter ? { toCounter: act.toCounter } : {}) };
    return bodyOf(api.POST('/api/v1/queue/tickets/{id}/transfer', { params, body }));
  }
  const path = `/api/v1/queue/tickets/{id}/${act.verb}` as const;
  return bodyOf(api.POST(path, { params, body: { version } }));
}

export function useQueueAct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => client.invalidateQueries({ queryKey: ['queue'] }),
  });
}
