import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

/** The halls of one kind; a district has few enough for one page of 100. */
export function unitsQuery(kind: Dto<'UnitKind'>) {
  return queryOptions({
    queryKey: ['units', kind],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/units', { params: { query: { kind, limit: 100 } }, signal })),
    staleTime: 300_000,
  });
}
