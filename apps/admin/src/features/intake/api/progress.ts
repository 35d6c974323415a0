import { useMutation } from '@tanstack/react-query';
import { api, bodyOf, type paths } from '@yikou/api-client';

export type ProgressQuestion = paths['/api/v1/progress']['get']['parameters']['query'];

/** Asked on a button, never by itself: the answer is kept nowhere. */
export function useProgress() {
  return useMutation({
    mutationFn: (query: ProgressQuestion) =>
      bodyOf(api.GET('/api/v1/progress', { params: { query } })),
  });
}
