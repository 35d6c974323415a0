import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@yikou/api-client';

export function eventsQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ['cases', id, 'events'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam ? { cursor: pageParam } : {};
      return bodyOf(
        api.GET('/api/v1/cases/{id}/events', { params: { path: { id }, query }, signal }),
      );
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
