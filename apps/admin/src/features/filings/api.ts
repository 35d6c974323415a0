import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

export interface FilingFilter {
  state?: Dto<'FilingState'> | undefined;
}

export function filingsQuery({ state }: FilingFilter) {
  return infiniteQueryOptions({
    queryKey: ['filings', 'list', state],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: 50,
        ...(state ? { state } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      };
      return bodyOf(api.GET('/api/v1/filings', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function filingQuery(id: string) {
  return queryOptions({
    queryKey: ['filings', id],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/filings/{id}', { params: { path: { id } }, signal })),
  });
}

export function filingRowsQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ['filings', id, 'rows'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 100, ...(pageParam ? { cursor: pageParam } : {}) };
      const params = { path: { id }, query };
      return bodyOf(api.GET('/api/v1/filings/{id}/rows', { params, signal }));
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

type Change =
  | { does: 'acknowledge'; filing: Dto<'FilingDto'> }
  | { does: 'ask'; filing: Dto<'FilingDto'>; place: number; question: string }
  | { does: 'answer'; filing: Dto<'FilingDto'>; place: number; answer: string };

export function useChangeFiling() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: Change) => bodyOf(send(change)),
    onSettled: () => client.invalidateQueries({ queryKey: ['filings'] }),
  });
}

function send(change: Change) {
  const { id, version } = change.filing;
  if (change.does === 'acknowledge') {
    const params = { path: { id } };
    return api.POST('/api/v1/filings/{id}/acknowledge', { params, body: { version } });
  }
  const params = { path: { id, position: change.place } };
  if (change.does === 'ask') {
    const body = { version, question: change.question };
    return api.POST('/api/v1/filings/{id}/rows/{position}/ask', { params, body });
  }
  const body = { version, answer: change.answer };
  return api.POST('/api/v1/filings/{id}/rows/{position}/answer', { params, body });
}
