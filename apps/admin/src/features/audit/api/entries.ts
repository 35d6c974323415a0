import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api, bodyOf } from '@yikou/api-client';
import { nextDate, startOfDate } from '../../../ui/time';

/** As it stands in the address of the page: days, both of them included. */
export interface EntryFilter {
  from?: string | undefined;
  until?: string | undefined;
  action?: string | undefined;
  unitId?: string | undefined;
  accountId?: string | undefined;
  subjectId?: string | undefined;
}

export function entriesQuery(filter: EntryFilter) {
  return infiniteQueryOptions({
    queryKey: ['audit', 'entries', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const { from, until, ...same } = filter;
      const asked = { ...same, ...spanOf(from, until), cursor: pageParam };
      const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value));
      return bodyOf(api.GET('/api/v1/audit/entries', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** Days of Shanghai as instants: from the first one's beginning to the last one's end. */
export function spanOf<First extends string | undefined, Last extends string | undefined>(
  from: First,
  until: Last,
) {
  const instant = (date: string) => new Date(startOfDate(date)).toISOString();
  return {
    from: (from && instant(from)) as First,
    until: (until && instant(nextDate(until))) as Last,
  };
}
