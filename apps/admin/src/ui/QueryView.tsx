import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from './ErrorState';
import { SkeletonList } from './SkeletonList';

interface Props<Data> {
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch'>;
  rows?: number;
  children: (data: Data) => ReactNode;
}

/** Skeleton, error with another try, or the data: the three states of everything that is loaded. */
export function QueryView<Data>({ query, rows, children }: Props<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) {
    return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  }
  return <SkeletonList {...(rows === undefined ? {} : { rows })} />;
}
