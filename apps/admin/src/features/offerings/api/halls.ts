import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

const next = (page: { nextCursor: string | null }) => page.nextCursor ?? undefined;

export function hallsQuery(kind: Dto<'HallKind'> | undefined) {
  return infiniteQueryOptions({
    queryKey: ['offerings', 'halls', kind],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: 50,
        ...(kind ? { kind } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      };
      return bodyOf(api.GET('/api/v1/entry-coverage', { params: { query }, signal }));
    },
    getNextPageParam: next,
    placeholderData: keepPreviousData,
  });
}

export function coverageQuery(unitId: string) {
  return queryOptions({
    queryKey: ['offerings', unitId, 'coverage'],
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/units/{unitId}/entry-coverage', { params: { path: { unitId } }, signal }),
      ),
  });
}

export interface OfferingFilter {
  theme?: string | undefined;
  handlingKind?: Dto<'HandlingKind'> | undefined;
  class?: Dto<'ItemClass'> | undefined;
}

export function offeringsQuery(unitId: string, filter: OfferingFilter) {
  return infiniteQueryOptions({
    queryKey: ['offerings', unitId, 'list', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const asked = { ...filter, cursor: pageParam, limit: 50 };
      const query = Object.fromEntries(
        Object.entries(asked).filter(([, value]) => value !== undefined && value !== ''),
      );
      const params = { path: { unitId }, query };
      return bodyOf(api.GET('/api/v1/units/{unitId}/offerings', { params, signal }));
    },
    getNextPageParam: next,
    placeholderData: keepPreviousData,
  });
}

export function exceptionsQuery(unitId: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ['offerings', 'exceptions', unitId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = { ...(unitId ? { unitId } : {}), ...(pageParam ? { cursor: pageParam } : {}) };
      return bodyOf(api.GET('/api/v1/entry-exceptions', { params: { query }, signal }));
    },
    getNextPageParam: next,
  });
}
