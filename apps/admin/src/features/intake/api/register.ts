import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

/** The consultation out of which a case is opened, as it was seen. */
export interface OfConsultation {
  id: string;
  version: number;
}

export function useRegister(consultation?: OfConsultation) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Dto<'RegisterCaseDto'>) => {
      if (!consultation) return bodyOf(api.POST('/api/v1/cases', { body }));
      const { id, version } = consultation;
      return bodyOf(
        api.POST('/api/v1/consultations/{id}/case', {
          params: { path: { id } },
          body: { ...body, version },
        }),
      );
    },
    onSuccess: (registered) => client.setQueryData(['cases', registered.id], registered),
  });
}
