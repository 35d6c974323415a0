import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

export interface AuthorisationFilter {
  standing?: Dto<'AuthorisationStanding'> | undefined;
  centreUnitId?: string | undefined;
}

const LARGEST_PAGE = 100;

export function authorisationsQuery(filter: AuthorisationFilter, limit = 50) {
  return infiniteQueryOptions({
    queryKey: ['authorisations', filter, limit],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const asked = { ...filter, limit, cursor: pageParam };
      const query = Object.fromEntries(
        Object.entries(asked).filter(([, value]) => value !== undefined && value !== ''),
      );
      return bodyOf(api.GET('/api/v1/authorisations', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** What a centre decides in the name of a section. */
export function delegatedItemsQuery(unitId: string) {
  return queryOptions({
    queryKey: ['authorisations', 'items', unitId],
    queryFn: async ({ signal }) => {
      const query = { limit: LARGEST_PAGE, handlingKind: 'INSTANT' as const };
      const params = { path: { unitId }, query };
      const { items } = await bodyOf(
        api.GET('/api/v1/units/{unitId}/offerings', { params, signal }),
      );
      return items.filter(({ needsAuthorisation }) => needsAuthorisation);
    },
  });
}

type Change =
  | { does: 'grant'; body: Dto<'GrantAuthorisationDto'> }
  | { does: 'revoke'; id: string; body: Dto<'RevokeAuthorisationDto'> }
  | { does: 'attachDocument'; id: string; file: File };

export function useChangeAuthorisation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: Change): Promise<Dto<'AuthorisationDto'>> => {
      if (change.does === 'grant') {
        return bodyOf(api.POST('/api/v1/authorisations', { body: change.body }));
      }
      const params = { path: { id: change.id } };
      if (change.does === 'revoke') {
        const { body } = change;
        return bodyOf(api.POST('/api/v1/authorisations/{id}/revoke', { params, body }));
      }
      const body = new FormData();
      body.append('file', change.file);
      return bodyOf(
        api.POST('/api/v1/authorisations/{id}/document', {
          params,
          body: body as never,
          bodySerializer: (form: unknown) => form as FormData,
        }),
      );
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['authorisations'] }),
  });
}
