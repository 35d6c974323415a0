import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ProblemError } from '@yikou/api-client';
import { meQuery } from '../features/identity/api/me';

const TRIES = 2;

/** Only what may pass by itself is tried again: no connection, a busy server. */
function worthRetrying(failures: number, error: Error): boolean {
  const passing = error instanceof ProblemError && (error.status === 0 || error.status >= 500);
  return passing && failures < TRIES;
}

/** Something stands before the work again, or a role was taken away: who the person is has changed. */
const STANDING_CHANGED = [
  'identity.password_change_needed',
  'identity.second_factor_needed',
  'identity.second_factor_code_needed',
  'identity.not_allowed',
];

/** A session that ended elsewhere: the frame then asks to sign in again. */
function noticeStanding(error: Error): void {
  if (!(error instanceof ProblemError)) return;
  if (error.status === 401) queryClient.setQueryData(meQuery.queryKey, null);
  if (STANDING_CHANGED.includes(error.code)) {
    void queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
  }
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeStanding }),
  mutationCache: new MutationCache({ onError: noticeStanding }),
  defaultOptions: {
    queries: { retry: worthRetrying, staleTime: 5_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});
