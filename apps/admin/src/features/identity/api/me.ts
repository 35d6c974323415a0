import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, bodyOf, ProblemError, type Dto } from '@yikou/api-client';

/** Who is signed in; null for the public. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  staleTime: Infinity,
  // Several parts of the page ask; after a failure only the person's own retry asks again.
  retryOnMount: false,
  queryFn: async ({ signal }) => {
    try {
      return await bodyOf(api.GET('/api/v1/me', { signal }));
    } catch (error) {
      if (error instanceof ProblemError && error.status === 401) return null;
      throw error;
    }
  },
});

/** Another person, or nobody: nothing that was loaded for the one before may be seen. */
export function changePerson(client: QueryClient, account: Dto<'AccountDto'> | null): void {
  client.setQueryData(meQuery.queryKey, account);
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meQuery.queryKey[0] });
}
