import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';
import { accountChanged } from './account';

type Managed = Dto<'ManagedAccountDto'>;

/** Something done to one account, answered with how the account stands then. */
export type AccountChange =
  | { does: 'change'; body: Dto<'ChangeAccountDto'> }
  | { does: 'grant'; body: Dto<'GrantRoleDto'> }
  | { does: 'revoke'; grantId: string }
  | { does: 'link'; body: Dto<'LinkIdentityDto'> }
  | { does: 'unlink'; identityId: string };

function send(id: string, change: AccountChange): Promise<Managed> {
  const path = { id };
  switch (change.does) {
    case 'change':
      return bodyOf(api.PATCH('/api/v1/accounts/{id}', { params: { path }, body: change.body }));
    case 'grant':
      return bodyOf(
        api.POST('/api/v1/accounts/{id}/grants', { params: { path }, body: change.body }),
      );
    case 'revoke':
      return bodyOf(
        api.DELETE('/api/v1/accounts/{id}/grants/{grantId}', {
          params: { path: { id, grantId: change.grantId } },
        }),
      );
    case 'link':
      return bodyOf(
        api.POST('/api/v1/accounts/{id}/external-identities', {
          params: { path },
          body: change.body,
        }),
      );
    case 'unlink':
      return bodyOf(
        api.DELETE('/api/v1/accounts/{id}/external-identities/{identityId}', {
          params: { path: { id, identityId: change.identityId } },
        }),
      );
  }
}

export function useChangeAccount(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: AccountChange) => send(id, change),
    onSuccess: (changed) => accountChanged(client, changed),
  });
}
