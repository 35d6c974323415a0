import type { CivilDate } from './civil-date.js';
import type { VersionState } from './version-life.js';

export const VERSION_STANDINGS = ['IN_FORCE', 'COMING', 'SUPERSEDED', 'RETIRED'] as const;
/** What a published version is on a day: applying, still to come, replaced, or ended by decision. */
export type VersionStanding = (typeof VERSION_STANDINGS)[number];

interface Dated {
  state: VersionState;
  /** The first day it applies; null until it is published. */
  effectiveFrom: CivilDate | null;
  /** The first day it no longer applies, when it was retired by decision. */
  retiredFrom: CivilDate | null;
}

/**
 * P8: the version of an item that applies on a day: of those published, the latest that has begun. When
 * that one was retired by decision, the item has none: an older version does not come back.
 *
 * @param versions of one item, in any order
 */
export function versionInForceOn<T extends Dated>(
  versions: readonly T[],
  date: CivilDate,
): T | null {
  const latest = latestBegunOn(versions, date);
  const isOver = latest !== null && latest.retiredFrom !== null && latest.retiredFrom <= date;
  return isOver ? null : latest;
}

/** @param versions all published ones of the item */
export function standingOn<T extends Dated>(
  version: T,
  versions: readonly T[],
  date: CivilDate,
): VersionStanding {
  if (version.effectiveFrom === null || version.effectiveFrom > date) return 'COMING';
  if (latestBegunOn(versions, date) !== version) return 'SUPERSEDED';
  return versionInForceOn(versions, date) === version ? 'IN_FORCE' : 'RETIRED';
}

/** The published versions that a later one has replaced by that day: they become RETIRED. */
export function versionsReplacedOn<T extends Dated>(versions: readonly T[], date: CivilDate): T[] {
  const begun = latestBegunOn(versions, date)?.effectiveFrom;
  if (!begun) return [];
  return versions.filter(
    ({ state, effectiveFrom }) =>
      state === 'PUBLISHED' && effectiveFrom !== null && effectiveFrom < begun,
  );
}

function latestBegunOn<T extends Dated>(versions: readonly T[], date: CivilDate): T | null {
  let latest: T | null = null;
  for (const version of versions) {
    const { state, effectiveFrom } = version;
    const isPublished = state === 'PUBLISHED' || state === 'RETIRED';
    if (!isPublished || effectiveFrom === null || effectiveFrom > date) continue;
    if (latest === null || effectiveFrom > (latest.effectiveFrom ?? '')) latest = version;
  }
  return latest;
}
