import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

const LARGEST_PAGE = 100;

/** The streets and communities that hand in lists: some hundreds in a district. */
export const listAreasQuery = queryOptions({
  queryKey: ['areas', 'with-lists'],
  staleTime: 300_000,
  queryFn: async ({ signal }) => {
    const areas: Dto<'AreaDto'>[] = [];
    let cursor: string | null | undefined;
    do {
      const query = { limit: LARGEST_PAGE, ...(cursor ? { cursor } : {}) };
      const page = await bodyOf(api.GET('/api/v1/areas', { params: { query }, signal }));
      areas.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    const streets = areas.filter(({ level }) => level === 'STREET');
    return [...streets, ...areas.filter(({ level }) => level === 'COMMUNITY')];
  },
});
