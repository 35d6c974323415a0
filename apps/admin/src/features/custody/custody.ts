import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';

export function custodyQuery(caseId: string) {
  return queryOptions({
    queryKey: ['cases', caseId, 'custody'],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/cases/{id}/custody', { params: { path: { id: caseId } }, signal })),
  });
}

type Moved = Promise<Dto<'CustodyDto'>>;
const of = (id: string) => ({ params: { path: { id } } });

export const takeOriginals = (caseId: string, positions: number[]): Moved =>
  bodyOf(api.POST('/api/v1/cases/{id}/custody/take', { ...of(caseId), body: { positions } }));

export const handOverOriginals = (caseId: string, body: Dto<'HandOverOriginalsDto'>): Moved =>
  bodyOf(api.POST('/api/v1/cases/{id}/custody/hand-over', { ...of(caseId), body }));

export const giveBackOriginals = (caseId: string, originalIds: string[]): Moved =>
  bodyOf(
    api.POST('/api/v1/cases/{id}/custody/give-back', { ...of(caseId), body: { originalIds } }),
  );

export const archiveOriginals = (caseId: string, originalIds: string[]): Moved =>
  bodyOf(api.POST('/api/v1/cases/{id}/custody/archive', { ...of(caseId), body: { originalIds } }));

export const acceptHandover = (id: string): Moved =>
  bodyOf(api.POST('/api/v1/custody-handovers/{id}/accept', of(id)));

export const declineHandover = (id: string, reason: string): Moved =>
  bodyOf(api.POST('/api/v1/custody-handovers/{id}/decline', { ...of(id), body: { reason } }));
