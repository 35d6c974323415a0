import { useMutation } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

/** Asked on a button, never by itself: the answer is kept nowhere. */
export function useProgress() {
  return useMutation({
    mutationFn: (query: Dto<'ProgressQueryDto'>) =>
      bodyOf(api.GET('/api/v1/progress', { params: { query } })),
  });
}
