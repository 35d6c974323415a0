/** R36: where an item is posted (公示) for people to read. */
export const PUBLICATION_CHANNELS = ['WEBSITE', 'PREMISES', 'BROCHURE', 'BOARD', 'WECHAT'] as const;
export type PublicationChannel = (typeof PUBLICATION_CHANNELS)[number];

/** Where somebody has to go and post it; the website shows the version in force by itself. */
export const POSTED_CHANNELS = ['PREMISES', 'BROCHURE', 'BOARD', 'WECHAT'] as const;
export type PostedChannel = (typeof POSTED_CHANNELS)[number];

/** STALE: another version is in force than the one that hangs there. */
export const PUBLICATION_STATES = ['CURRENT', 'STALE', 'MISSING'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

/**
 * @param posted number of the version that is posted there; null for none
 * @param inForce number of the version that holds now
 */
export function publicationStateOf(
  channel: PublicationChannel,
  posted: number | null,
  inForce: number,
): PublicationState {
  if (channel === 'WEBSITE') return 'CURRENT';
  if (posted === null) return 'MISSING';
  return posted === inForce ? 'CURRENT' : 'STALE';
}
