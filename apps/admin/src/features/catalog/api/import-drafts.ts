import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '@yikou/api-client';

export interface BookHandedIn {
  file: File;
  dryRun: boolean;
  reviewUnitId?: string | undefined;
}

function formOf(file: File) {
  const form = new FormData();
  form.append('file', file);
  // The body is described as binary text, and goes out as a form.
  return { body: { file: file.name }, bodySerializer: () => form };
}

/** Takes a whole book into drafts, or says what would become of it. */
export function useImportDrafts() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, dryRun, reviewUnitId }: BookHandedIn) => {
      const query = { dryRun, ...(reviewUnitId ? { reviewUnitId } : {}) };
      return bodyOf(api.POST('/api/v1/item-drafts/import', { params: { query }, ...formOf(file) }));
    },
    onSuccess: ({ isDone }) => isDone && client.invalidateQueries({ queryKey: ['drafts'] }),
  });
}

/** The same file with its wrong cells marked. */
export function fetchReturnedBook(file: File): Promise<unknown> {
  return bodyOf(
    api.POST('/api/v1/item-drafts/import/returned-sheet', { ...formOf(file), parseAs: 'blob' }),
  );
}
