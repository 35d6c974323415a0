import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

/** Something done about what a hall offers. */
export type OfferingChange =
  | { does: 'offer'; body: Dto<'OfferItemDto'> }
  | { does: 'local'; code: string; body: Dto<'ChangeLocalContentDto'> }
  | { does: 'readiness'; code: string; body: Dto<'CheckReadinessDto'> }
  | { does: 'withdraw'; code: string; body: Dto<'WithdrawOfferingDto'> }
  | { does: 'request'; body: Dto<'RequestExceptionDto'> };

function send(unitId: string, change: OfferingChange): Promise<unknown> {
  const whole = { params: { path: { unitId } } };
  if (change.does === 'offer') {
    const { body } = change;
    return bodyOf(api.POST('/api/v1/units/{unitId}/offerings', { ...whole, body }));
  }
  if (change.does === 'request') {
    const { body } = change;
    return bodyOf(api.POST('/api/v1/units/{unitId}/entry-exceptions', { ...whole, body }));
  }
  const params = { path: { unitId, code: change.code } };
  switch (change.does) {
    case 'local':
      return bodyOf(
        api.POST('/api/v1/units/{unitId}/offerings/{code}/local-content', {
          params,
          body: change.body,
        }),
      );
    case 'readiness':
      return bodyOf(
        api.POST('/api/v1/units/{unitId}/offerings/{code}/readiness', {
          params,
          body: change.body,
        }),
      );
    case 'withdraw':
      return bodyOf(
        api.POST('/api/v1/units/{unitId}/offerings/{code}/withdraw', { params, body: change.body }),
      );
  }
}

export function useChangeOffering(unitId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: OfferingChange) => send(unitId, change),
    onSuccess: () => client.invalidateQueries({ queryKey: ['offerings'] }),
  });
}

interface Answer {
  id: string;
  does: Dto<'ExceptionVerb'>;
  answer: string;
}

export function useAnswerException() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, does, answer }: Answer) => {
      const asked = { params: { path: { id } }, body: { answer } };
      return does === 'approve'
        ? bodyOf(api.POST('/api/v1/entry-exceptions/{id}/approve', asked))
        : bodyOf(api.POST('/api/v1/entry-exceptions/{id}/refuse', asked));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['offerings'] }),
  });
}
