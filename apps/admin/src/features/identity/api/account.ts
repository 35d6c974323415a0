import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

export function accountQuery(id: string) {
  return queryOptions({
    queryKey: ['accounts', id],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/accounts/{id}', { params: { path: { id } }, signal })),
  });
}

/** The account as the server answered a change; lists and what lies below it are asked for anew. */
export async function accountChanged(
  client: QueryClient,
  changed: Dto<'ManagedAccountDto'>,
): Promise<void> {
  client.setQueryData(accountQuery(changed.id).queryKey, changed);
  await client.invalidateQueries({
    predicate: ({ queryKey: [first, second, third] }) =>
      first === 'accounts' && (second === 'list' || (second === changed.id && third !== undefined)),
  });
}
