import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@yikou/api-client';

export const TASK_VIEWS = ['OPEN', 'MINE', 'ALL'] as const;
export type TaskView = (typeof TASK_VIEWS)[number];

export function tasksQuery(show: TaskView) {
  return infiniteQueryOptions({
    queryKey: ['tasks', show],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = { show, ...(pageParam ? { cursor: pageParam } : {}) };
      return bodyOf(api.GET('/api/v1/tasks', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: 60_000,
  });
}
