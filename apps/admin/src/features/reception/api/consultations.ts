import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

export type Consultation = Dto<'ConsultationDto'>;
export const LISTS = ['DUTIES', 'ASKED'] as const;
export type ListName = (typeof LISTS)[number];

export function consultationsQuery(show: ListName) {
  return infiniteQueryOptions({
    queryKey: ['consultations', 'list', show],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = { show, ...(pageParam ? { cursor: pageParam } : {}) };
      return bodyOf(api.GET('/api/v1/consultations', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export const recipientsQuery = queryOptions({
  queryKey: ['consultations', 'recipients'],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/consultations/recipients', { signal })),
  staleTime: 300_000,
});

/** In clear, and written into the audit: asked for once, and not kept when the page is left. */
export function draftQuery(id: string) {
  return queryOptions({
    queryKey: ['consultations', id, 'draft'],
    queryFn: () =>
      bodyOf(api.POST('/api/v1/consultations/{id}/draft', { params: { path: { id } } })),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

export interface Span {
  unitId?: string | undefined;
  from: string;
  until: string;
}

export function consultationStatisticsQuery({ unitId, from, until }: Span) {
  return queryOptions({
    queryKey: ['consultations', 'list', 'statistics', unitId, from, until],
    queryFn: ({ signal }) => {
      const query = { from, until, ...(unitId ? { unitId } : {}) };
      return bodyOf(api.GET('/api/v1/consultations/statistics', { params: { query }, signal }));
    },
  });
}

/** The verbs of the dialogs and buttons; opening a case is done at the counter. */
export type ConsultationAct =
  | { verb: 'answer'; input: { answer?: string } }
  | { verb: 'handOver'; input: Dto<'HandOverInputDto'> }
  | { verb: 'takeBack' | 'accept' }
  | { verb: 'decline'; input: { reason: string } };

function send({ id, version }: Consultation, act: ConsultationAct): Promise<Consultation> {
  const params = { path: { id } };
  switch (act.verb) {
    case 'answer': {
      const body = { ...act.input, version };
      return bodyOf(api.POST('/api/v1/consultations/{id}/answer', { params, body }));
    }
    case 'handOver': {
      const body = { ...act.input, version };
      return bodyOf(api.POST('/api/v1/consultations/{id}/hand-over', { params, body }));
    }
    case 'takeBack':
      return bodyOf(
        api.POST('/api/v1/consultations/{id}/take-back', { params, body: { version } }),
      );
    case 'accept':
      return bodyOf(api.POST('/api/v1/consultations/{id}/accept', { params, body: { version } }));
    case 'decline': {
      const body = { ...act.input, version };
      return bodyOf(api.POST('/api/v1/consultations/{id}/decline', { params, body }));
    }
  }
}

export function useConsultationAct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ subject, act }: { subject: Consultation; act: ConsultationAct }) =>
      send(subject, act),
    onSettled: () => client.invalidateQueries({ queryKey: ['consultations', 'list'] }),
  });
}

export function useRecord() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Dto<'RecordConsultationDto'>) =>
      bodyOf(api.POST('/api/v1/consultations', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['consultations', 'list'] }),
  });
}
