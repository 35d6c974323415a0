import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ProblemError } from '@yikou/api-client';
import { meQuery } from '../features/identity/api/me';

const TRIES = 2;

/** Only what may pass by itself is tried again: no connection, a busy server. */
function worthRetrying(failures: number, error: Error): boolean {
  const passing = error instanceof ProblemError && (error.status === 0 || error.status >= 500);
  return passing && failures < TRIES;
}

/** A session that ended elsewhere: the frame then asks to sign in again. */
function noticeSignedOut(error: Error): void {
  if (error instanceof ProblemError && error.status === 401) {
    queryClient.setQueryData(meQuery.queryKey, null);
  }
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSignedOut }),
  mutationCache: new MutationCache({ onError: noticeSignedOut }),
  defaultOptions: {
    queries: { retry: worthRetrying, staleTime: 5_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});
