import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';
import { meQuery } from './me';

/** Asked for by the person, and kept by the page that shows it alone: it is a secret. */
export function beginSecondFactor(): Promise<Dto<'SecondFactorSetupDto'>> {
  return bodyOf(api.POST('/api/v1/me/second-factor'));
}

/** The recovery codes in the answer are shown once and kept nowhere. */
export function confirmSecondFactor(code: string): Promise<Dto<'RecoveryCodesDto'>> {
  return bodyOf(api.POST('/api/v1/me/second-factor/confirm', { body: { code } }));
}

export function useRemoveSecondFactor() {
  const client = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: (body: Dto<'CodeDto'>) =>
      bodyOf(api.POST('/api/v1/me/second-factor/remove', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: meQuery.queryKey }),
  });
}
