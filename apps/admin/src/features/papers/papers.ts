import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

export function papersQuery(caseId: string) {
  return queryOptions({
    queryKey: ['cases', caseId, 'papers'],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/cases/{id}/papers', { params: { path: { id: caseId } }, signal })),
  });
}

export function issuePaper(
  caseId: string,
  { kind, subject }: Pick<Dto<'OfferedPaperDto'>, 'kind' | 'subject'>,
): Promise<Dto<'PaperDto'>> {
  const params = { path: { id: caseId } };
  return bodyOf(api.POST('/api/v1/cases/{id}/papers', { params, body: { kind, subject } }));
}

/** Notes that it goes to a printer. */
export function printPaper(id: string): Promise<Dto<'PaperDto'>> {
  return bodyOf(api.POST('/api/v1/papers/{id}/print', { params: { path: { id } } }));
}

/** Many as one file. */
export function printPapers(paperIds: string[]): Promise<Blob> {
  const asked = api.POST('/api/v1/papers/print', { body: { paperIds }, parseAs: 'blob' });
  return bodyOf(asked as unknown as Promise<{ data?: Blob; response: Response }>);
}

export function withdrawPaper(id: string, reason: string): Promise<Dto<'PaperDto'>> {
  const params = { path: { id } };
  return bodyOf(api.POST('/api/v1/papers/{id}/withdraw', { params, body: { reason } }));
}

export const addressOfPaper = (id: string): string => `/api/v1/papers/${id}/file`;
