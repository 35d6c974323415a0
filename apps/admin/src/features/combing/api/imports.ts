import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

const POLL_MS = 700;

const isOpen = ({ state }: Pick<Dto<'ImportSummaryDto'>, 'state'>) =>
  state === 'WAITING' || state === 'RUNNING';

export const importsQuery = infiniteQueryOptions({
  queryKey: ['combing', 'imports'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam, signal }) => {
    const query = pageParam ? { cursor: pageParam } : {};
    return bodyOf(api.GET('/api/v1/street-lists/imports', { params: { query }, signal }));
  },
  getNextPageParam: (page) => page.nextCursor ?? undefined,
  refetchInterval: ({ state }) =>
    state.data?.pages.some(({ items }) => items.some(isOpen)) ? POLL_MS * 2 : false,
});

/** Asked again until it is over. */
export function importQuery(id: string) {
  return queryOptions({
    queryKey: ['combing', 'imports', id],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/street-lists/imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data && !isOpen(state.data) ? false : POLL_MS),
  });
}

export interface ListHandedIn {
  area: string;
  level?: 'STREET' | 'COMMUNITY' | undefined;
  dryRun: boolean;
  file: File;
}

export function useSubmitList() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ area, level, dryRun, file }: ListHandedIn) => {
      const form = new FormData();
      form.append('file', file);
      const query = { area, dryRun, ...(level ? { level } : {}) };
      // The body is described as binary text, and goes out as a form.
      const body = { file: file.name };
      return bodyOf(
        api.POST('/api/v1/street-lists/imports', {
          params: { query },
          body,
          bodySerializer: () => form,
        }),
      );
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['combing', 'imports'] }),
  });
}

export function useCancelImport(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      bodyOf(api.POST('/api/v1/street-lists/imports/{id}/cancel', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['combing', 'imports'] }),
  });
}

export const templateAddress = (format: 'xlsx' | 'csv' | 'json') =>
  `/api/v1/street-lists/template?format=${format}`;

export const returnedSheetAddress = (id: string) =>
  `/api/v1/street-lists/imports/${id}/returned-sheet`;
