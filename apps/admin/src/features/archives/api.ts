import {
  infiniteQueryOptions,
  keepPreviousData,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

export interface ArchiveFilter {
  state?: Dto<'ArchiveState'> | undefined;
  expired?: boolean | undefined;
  number?: string | undefined;
}

const SOON_MS = 1500;

/** Looks again while a package is in the making. */
export function archivesQuery({ state, expired, number }: ArchiveFilter) {
  return infiniteQueryOptions({
    queryKey: ['archives', 'list', state, expired, number],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: 50,
        ...(state ? { state } : {}),
        ...(expired ? { expired } : {}),
        ...(number ? { number } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      };
      return bodyOf(api.GET('/api/v1/archives', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some(({ items }) => items.some((one) => one.state === 'WAITING'))
        ? SOON_MS
        : false,
  });
}

export const destructionsQuery = infiniteQueryOptions({
  queryKey: ['archives', 'destructions'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam, signal }) => {
    const query = { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) };
    return bodyOf(api.GET('/api/v1/destructions', { params: { query }, signal }));
  },
  getNextPageParam: (page) => page.nextCursor ?? undefined,
  refetchInterval: ({ state: { data } }) =>
    data?.pages.some(({ items }) => items.some((one) => one.state === 'APPROVED'))
      ? SOON_MS
      : false,
});

export function useVerifyArchive() {
  return useMutation({
    mutationFn: (id: string) =>
      bodyOf(api.POST('/api/v1/archives/{id}/verify', { params: { path: { id } } })),
  });
}

export function useDownloadArchive() {
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      bodyOf(
        api.POST('/api/v1/archives/{id}/download', {
          params: { path: { id } },
          body: { reason },
          parseAs: 'blob',
        }),
      ),
  });
}

type Change =
  { does: 'propose'; text: string } | { does: 'approve' | 'refuse'; id: string; text: string };

export function useChangeDestruction() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (change: Change) => {
      if (change.does === 'propose') {
        await api.POST('/api/v1/destructions', { body: { reason: change.text } });
        return;
      }
      const params = { path: { id: change.id } };
      const body = { answer: change.text };
      if (change.does === 'approve') {
        await api.POST('/api/v1/destructions/{id}/approve', { params, body });
      } else await api.POST('/api/v1/destructions/{id}/refuse', { params, body });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['archives'] }),
  });
}
