import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

export type PostedChannel = Dto<'PostedItemDto'>['channel'];

/** As it stands in the address of the page. */
export interface PublicationFilter {
  unitId?: string | undefined;
  channel?: PostedChannel | undefined;
  state?: Dto<'PublicationState'> | undefined;
}

/** The website posts by itself. */
export const POSTED_CHANNELS: PostedChannel[] = ['PREMISES', 'BROCHURE', 'BOARD', 'WECHAT'];

export const publicationsKey = ['publications'];

export function publicationsQuery(filter: PublicationFilter) {
  return infiniteQueryOptions({
    queryKey: [...publicationsKey, 'list', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const asked = { ...filter, cursor: pageParam };
      const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value));
      return bodyOf(api.GET('/api/v1/publications', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function publicationSummaryQuery(unitId: string | undefined) {
  return queryOptions({
    queryKey: [...publicationsKey, 'summary', unitId],
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/publications/summary', {
          params: { query: unitId ? { unitId } : {} },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}
