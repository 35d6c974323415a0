import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

const LARGEST_PAGE = 100;

/** All units of the house, page after page: some hundreds in a district. */
export const everyUnitQuery = queryOptions({
  queryKey: ['units', 'every'],
  staleTime: 300_000,
  queryFn: async ({ signal }) => {
    const units: Dto<'UnitDto'>[] = [];
    let cursor: string | null | undefined;
    do {
      const query = { limit: LARGEST_PAGE, ...(cursor ? { cursor } : {}) };
      const page = await bodyOf(api.GET('/api/v1/units', { params: { query }, signal }));
      units.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return units;
  },
});
