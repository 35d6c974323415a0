import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

export interface MatrixFilter {
  level?: 'STREET' | 'COMMUNITY' | undefined;
  theme?: string | undefined;
  area?: string | undefined;
}

/** Columns that are drawn at once: with a hundred streets some thousands of cells. */
const COLUMNS_AT_ONCE = 60;

export function matrixQuery(filter: MatrixFilter) {
  return infiniteQueryOptions({
    queryKey: ['combing', 'matrix', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const asked = { ...filter, cursor: pageParam, limit: COLUMNS_AT_ONCE };
      const query = Object.fromEntries(
        Object.entries(asked).filter(([, value]) => value !== undefined && value !== ''),
      );
      return bodyOf(api.GET('/api/v1/consistency-matrix', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    // An import may have ended since: whoever comes back sees what it made.
    staleTime: 0,
  });
}

export interface CellPlace {
  area: string;
  column: string;
}

export function cellQuery({ area, column }: CellPlace) {
  return queryOptions({
    queryKey: ['combing', 'cell', area, column],
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/consistency-matrix/cell', { params: { query: { area, column } }, signal }),
      ),
  });
}

export type CellChange =
  | { does: 'ACCEPT_STANDARD' }
  | { does: 'CHANGE_STANDARD'; fields: string[] }
  | { does: 'EXPLAIN'; reason: string };

function send(cell: Dto<'CellDto'>, change: CellChange): Promise<Dto<'DecidedCellDto'>> {
  const { areaCode: area, column, edition, standardNumber, version } = cell;
  const seen = { area, column, edition, standardNumber, version };
  switch (change.does) {
    case 'ACCEPT_STANDARD':
      return bodyOf(api.POST('/api/v1/consistency-matrix/cell/accept-standard', { body: seen }));
    case 'CHANGE_STANDARD':
      return bodyOf(
        api.POST('/api/v1/consistency-matrix/cell/change-standard', {
          body: { ...seen, fields: change.fields },
        }),
      );
    case 'EXPLAIN':
      return bodyOf(
        api.POST('/api/v1/consistency-matrix/cell/explain', {
          body: { ...seen, reason: change.reason },
        }),
      );
  }
}

/** Decides on a cell as it was seen. */
export function useDecideCell(cell: Dto<'CellDto'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: CellChange) => send(cell, change),
    onSettled: () => client.invalidateQueries({ queryKey: ['combing'] }),
  });
}
