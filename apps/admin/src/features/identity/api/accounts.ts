import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

export interface AccountFilter {
  q?: string | undefined;
  unitId?: string | undefined;
  role?: Dto<'Role'> | undefined;
  active?: boolean | undefined;
}

export function accountsQuery(filter: AccountFilter) {
  return infiniteQueryOptions({
    queryKey: ['accounts', 'list', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const asked = { ...filter, cursor: pageParam };
      const query = Object.fromEntries(
        Object.entries(asked).filter(([, value]) => value !== undefined && value !== ''),
      );
      return bodyOf(api.GET('/api/v1/accounts', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}
