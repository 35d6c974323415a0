import { useMutation } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

/** A POST, so that the number stands in no address, and forgotten with the page. */
export function useSearchApplicants() {
  return useMutation({
    gcTime: 0,
    mutationFn: (body: Dto<'SearchApplicantDto'>) =>
      bodyOf(api.POST('/api/v1/applicants/search', { body })),
  });
}
