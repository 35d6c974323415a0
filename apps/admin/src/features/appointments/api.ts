import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

const LARGEST_PAGE = 100;
const KEY = 'visits';

/** A day in order, or the one of a code. */
export function appointmentDayQuery(filter: { date?: string | undefined; code?: string }) {
  return infiniteQueryOptions({
    queryKey: [KEY, 'appointments', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = given({ ...filter, limit: LARGEST_PAGE, cursor: pageParam });
      return bodyOf(api.GET('/api/v1/hall/appointments', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function preregistrationsQuery(filter: {
  state?: Dto<'PreregistrationState'> | undefined;
  code?: string;
}) {
  return infiniteQueryOptions({
    queryKey: [KEY, 'preregistrations', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = given({ ...filter, cursor: pageParam });
      return bodyOf(api.GET('/api/v1/hall/preregistrations', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function preregistrationQuery(id: string) {
  return queryOptions({
    queryKey: [KEY, 'preregistration', id],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/hall/preregistrations/{id}', { params: { path: { id } }, signal })),
  });
}

export function homeVisitsQuery(filter: { state?: Dto<'HomeVisitState'> | undefined }) {
  return infiniteQueryOptions({
    queryKey: [KEY, 'home-visits', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = given({ ...filter, cursor: pageParam });
      return bodyOf(api.GET('/api/v1/home-visits', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export const colleaguesQuery = queryOptions({
  queryKey: [KEY, 'colleagues'],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/home-visits/colleagues', { signal })),
});

export const settingsQuery = queryOptions({
  queryKey: [KEY, 'settings'],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/hall/appointment-settings', { signal })),
});

/** What the hall offers, to choose from. */
export function offeredItemsQuery(unitId: string) {
  return queryOptions({
    queryKey: [KEY, 'offered', unitId],
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/units/{unitId}/offerings', {
          params: { path: { unitId }, query: { limit: LARGEST_PAGE } },
          signal,
        }),
      ),
  });
}

/** The checklist of an item. */
export function checklistQuery(code: string) {
  return queryOptions({
    queryKey: [KEY, 'checklist', code],
    queryFn: async ({ signal }) => {
      const item = await bodyOf(
        api.GET('/api/v1/items/{code}', { params: { path: { code } }, signal }),
      );
      return item.materials.map(({ name, required }, position) => ({ position, name, required }));
    },
  });
}

/** What becomes a case, each by its own way. */
export type VisitKind = 'appointments' | 'preregistrations' | 'home-visits';

type Change =
  | { does: 'check-in' | 'cancel'; id: string }
  | { does: 'register'; kind: VisitKind; id: string; body: Dto<'RegisterVisitDto'> }
  | { does: 'set'; body: Dto<'AppointmentSettingsDto'> }
  | { does: 'request'; body: Dto<'RequestVisitDto'> }
  | { does: 'assign'; id: string; body: Dto<'AssignVisitDto'> }
  | { does: 'end'; id: string; body: Dto<'EndVisitDto'> };

export function useChangeVisits() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => client.invalidateQueries({ queryKey: [KEY] }),
  });
}

async function send(change: Change): Promise<{ id?: string }> {
  switch (change.does) {
    case 'check-in':
      return bodyOf(
        api.POST('/api/v1/hall/appointments/{id}/check-in', { params: pathOf(change) }),
      );
    case 'cancel':
      return bodyOf(api.POST('/api/v1/hall/appointments/{id}/cancel', { params: pathOf(change) }));
    case 'register':
      return register(change.kind, pathOf(change), change.body);
    case 'set':
      await bodyOf(api.PUT('/api/v1/hall/appointment-settings', { body: change.body }));
      return {};
    case 'request':
      return bodyOf(api.POST('/api/v1/home-visits', { body: change.body }));
    case 'assign':
      return bodyOf(
        api.POST('/api/v1/home-visits/{id}/assign', { params: pathOf(change), body: change.body }),
      );
    case 'end':
      return bodyOf(
        api.POST('/api/v1/home-visits/{id}/end', { params: pathOf(change), body: change.body }),
      );
  }
}

const pathOf = ({ id }: { id: string }) => ({ path: { id } });

function register(
  kind: VisitKind,
  params: { path: { id: string } },
  body: Dto<'RegisterVisitDto'>,
): Promise<Dto<'CaseDto'>> {
  if (kind === 'appointments')
    return bodyOf(api.POST('/api/v1/hall/appointments/{id}/register', { params, body }));
  if (kind === 'preregistrations')
    return bodyOf(api.POST('/api/v1/hall/preregistrations/{id}/register', { params, body }));
  return bodyOf(api.POST('/api/v1/home-visits/{id}/register', { params, body }));
}

/** In clear and therefore asked for each time, and kept by nobody. */
export function useRoute() {
  return useMutation({
    gcTime: 0,
    mutationFn: (body: Dto<'RouteQueryDto'>) =>
      bodyOf(api.POST('/api/v1/home-visits/route', { body })),
  });
}

function given<T extends object>(asked: T) {
  return Object.fromEntries(
    Object.entries(asked).filter(([, value]) => value !== undefined && value !== ''),
  ) as Partial<T>;
}
