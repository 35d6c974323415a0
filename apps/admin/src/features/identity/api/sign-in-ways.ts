import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@yikou/api-client';

export const signInWaysQuery = queryOptions({
  queryKey: ['sign-in-ways'],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/sign-in-ways', { signal })),
  staleTime: 300_000,
});

/** Where the browser goes to sign in with the provider, and comes back to `returnTo`. */
export function providerAddress(returnTo: string): string {
  return `/api/v1/oidc/start?returnTo=${encodeURIComponent(returnTo)}`;
}
