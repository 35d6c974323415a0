import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

export interface DraftFilter {
  state?: Dto<'VersionState'>;
  waiting?: boolean;
}

export function draftsQuery({ state, waiting }: DraftFilter, limit = 30) {
  return infiniteQueryOptions({
    queryKey: ['drafts', 'list', state, waiting, limit],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit,
        ...(state ? { state } : {}),
        ...(waiting ? { waiting } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      };
      return bodyOf(api.GET('/api/v1/item-drafts', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function draftQuery(id: string) {
  return queryOptions({
    queryKey: ['drafts', id],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/item-drafts/{id}', { params: { path: { id } }, signal })),
    // The editor holds what is typed; news come with its own answers or as a 409.
    refetchOnWindowFocus: false,
  });
}
