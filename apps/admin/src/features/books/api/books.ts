import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

export type Level = Dto<'ItemLevel'>;
export const LEVELS: readonly Level[] = ['STREET', 'COMMUNITY'];

const isBeingPrinted = (book: Dto<'BookDto'>) =>
  book.files.some(({ state }) => state === 'WAITING');
const LOOK_AGAIN_MS = 2000;

export function booksQuery(level: Level | undefined) {
  return infiniteQueryOptions({
    queryKey: ['books', 'list', level],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = { ...(level ? { level } : {}), ...(pageParam ? { cursor: pageParam } : {}) };
      return bodyOf(api.GET('/api/v1/spec-books', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some(isBeingPrinted)) ? LOOK_AGAIN_MS : false,
  });
}

export function bookQuery(id: string) {
  return queryOptions({
    queryKey: ['books', 'one', id],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/spec-books/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) =>
      state.data && isBeingPrinted(state.data) ? LOOK_AGAIN_MS : false,
  });
}

export function bookItemsQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ['books', 'items', id],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) };
      const params = { path: { id }, query };
      return bodyOf(api.GET('/api/v1/spec-books/{id}/items', { params, signal }));
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function bookChangesQuery(id: string, from: string) {
  return queryOptions({
    queryKey: ['books', 'changes', id, from],
    queryFn: ({ signal }) => {
      const params = { path: { id }, query: { from } };
      return bodyOf(api.GET('/api/v1/spec-books/{id}/differences', { params, signal }));
    },
  });
}

export function nextBookQuery(level: Level) {
  return queryOptions({
    queryKey: ['books', 'next', level],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/spec-books/next', { params: { query: { level } }, signal })),
    gcTime: 0,
  });
}

export function compileBook(level: Level): Promise<Dto<'BookDto'>> {
  return bodyOf(api.POST('/api/v1/spec-books', { params: {}, body: { level } }));
}

export function addressOfFile(id: string, format: Dto<'BookFormat'>): string {
  return `/api/v1/spec-books/${id}/files/${format}`;
}
