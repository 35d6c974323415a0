import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

const promisesKey = ['service-promises'];

/** All versions of what a centre promises, the newest first. */
export function promisesQuery(unitId: string) {
  return infiniteQueryOptions({
    queryKey: [...promisesKey, unitId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam ? { cursor: pageParam } : {};
      const params = { path: { unitId }, query };
      return bodyOf(
        api.GET('/api/v1/units/{unitId}/service-promises/register', { params, signal }),
      );
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function usePublishPromises(unitId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Dto<'PublishPromisesDto'>) =>
      bodyOf(
        api.POST('/api/v1/units/{unitId}/service-promises', {
          params: { path: { unitId } },
          body,
        }),
      ),
    // After a refusal as well: somebody else may have published in the meantime.
    onSettled: () => client.invalidateQueries({ queryKey: promisesKey }),
  });
}
