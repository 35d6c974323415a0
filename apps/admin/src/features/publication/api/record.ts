import { useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';
import { publicationsKey, type PostedChannel } from './publications';

/** The API takes so many in one go. */
const MOST_ENTRIES = 100;

export interface Posting {
  rows: Pick<Dto<'PublicationRowDto'>, 'unitId' | 'itemCode' | 'versionNumber'>[];
  channels: PostedChannel[];
  postedOn?: string;
  place?: string;
}

/** Records that the versions in force are posted. @returns what became of each entry */
export function useRecord() {
  const client = useQueryClient();
  return async (posting: Posting): Promise<Dto<'RecordedPublicationDto'>[]> => {
    const { rows, channels, postedOn, place } = posting;
    const entries = rows.flatMap(({ unitId, itemCode, versionNumber }) =>
      channels.map((channel) => ({ unitId, itemCode, versionNumber, channel })),
    );
    const recorded: Dto<'RecordedPublicationDto'>[] = [];
    try {
      for (let from = 0; from < entries.length; from += MOST_ENTRIES) {
        const body = {
          entries: entries.slice(from, from + MOST_ENTRIES),
          ...(postedOn ? { postedOn } : {}),
          ...(place ? { place } : {}),
        };
        const { items } = await bodyOf(api.POST('/api/v1/publications/record', { body }));
        recorded.push(...items);
      }
    } finally {
      await client.invalidateQueries({ queryKey: publicationsKey });
    }
    return recorded;
  };
}
