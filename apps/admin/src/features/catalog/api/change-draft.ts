import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

export type Draft = Dto<'DraftDto'>;
export type DraftVerb = 'submit' | 'return' | 'approve' | 'publish' | 'discard';

/** One change to a version in the making, answered with how it stands then. */
export type DraftChange =
  | { does: 'edit'; body: Dto<'EditDraftDto'> }
  | { does: 'comment'; body: Dto<'CommentDraftDto'> }
  | { does: 'submit' | 'approve' | 'discard'; body: Dto<'DraftVersionDto'> }
  | { does: 'return'; body: Dto<'ReturnDraftDto'> }
  | { does: 'publish'; body: Dto<'PublishDraftDto'> };

function send(id: string, change: DraftChange): Promise<Draft | undefined> {
  const params = { path: { id } };
  switch (change.does) {
    case 'edit':
      return bodyOf(api.PUT('/api/v1/item-drafts/{id}', { params, body: change.body }));
    case 'comment':
      return bodyOf(api.POST('/api/v1/item-drafts/{id}/comments', { params, body: change.body }));
    case 'submit':
      return bodyOf(api.POST('/api/v1/item-drafts/{id}/submit', { params, body: change.body }));
    case 'approve':
      return bodyOf(api.POST('/api/v1/item-drafts/{id}/approve', { params, body: change.body }));
    case 'return':
      return bodyOf(api.POST('/api/v1/item-drafts/{id}/return', { params, body: change.body }));
    case 'publish':
      return bodyOf(api.POST('/api/v1/item-drafts/{id}/publish', { params, body: change.body }));
    case 'discard':
      return bodyOf(
        api.POST('/api/v1/item-drafts/{id}/discard', { params, body: change.body }),
      ).then(() => undefined);
  }
}

export function useChangeDraft(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: DraftChange) => send(id, change),
    onSuccess: async (changed, { does }) => {
      if (changed) client.setQueryData(['drafts', id], changed);
      else client.removeQueries({ queryKey: ['drafts', id] });
      if (does === 'comment') return;
      await client.invalidateQueries({ queryKey: ['drafts', 'list'] });
      await client.invalidateQueries({ queryKey: ['versions'] });
      if (does === 'publish' || does === 'discard') {
        await client.invalidateQueries({ queryKey: ['items'] });
      }
    },
  });
}

export function useComposeDraft() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Dto<'ComposeDraftDto'>) => bodyOf(api.POST('/api/v1/item-drafts', { body })),
    onSuccess: async (draft) => {
      client.setQueryData(['drafts', draft.id], draft);
      await client.invalidateQueries({ queryKey: ['drafts', 'list'] });
    },
  });
}
