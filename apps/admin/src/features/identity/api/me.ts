import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf, ProblemError } from '@yikou/api-client';

/** Who is signed in; null for the public. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  staleTime: Infinity,
  queryFn: async ({ signal }) => {
    try {
      return await bodyOf(api.GET('/api/v1/me', { signal }));
    } catch (error) {
      if (error instanceof ProblemError && error.status === 401) return null;
      throw error;
    }
  },
});
