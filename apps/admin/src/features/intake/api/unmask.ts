import { useMutation } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

type Clear = Dto<'ClearApplicantDto'>;

/** Hands the data in clear to whoever shows it: no cache may keep it, not even that of mutations. */
export function useUnmask(caseId: string, show: (clear: Clear) => void) {
  return useMutation({
    gcTime: 0,
    mutationFn: async (body: Dto<'UnmaskDto'>) =>
      show(
        await bodyOf(
          api.POST('/api/v1/cases/{id}/applicant/unmask', {
            params: { path: { id: caseId } },
            body,
          }),
        ),
      ),
  });
}
