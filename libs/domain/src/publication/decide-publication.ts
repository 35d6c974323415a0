import { hasAnyRole, type Actor } from '../identity/index.js';
import { publicationError, type PublicationErrorCode } from './errors.js';
import { isDay } from './service-promises.js';

/** What is known of one entry that somebody wants to record. */
export interface PublicationFacts {
  unitId: string;
  /** Codes from the city down to the unit's area; null where there is no such unit. */
  areaPath: string | null;
  isOffered: boolean;
  /** Whether the item has the version that is said to be posted. */
  isVersionKnown: boolean;
}

/** R36: the administrator of a centre records for the own centre, the district's office for all. */
export function mayRecordFor(
  actor: Actor,
  { unitId, areaPath }: Pick<PublicationFacts, 'unitId' | 'areaPath'>,
): boolean {
  if (hasAnyRole(actor, ['CENTRE_ADMINISTRATOR']) && actor.unitId === unitId) return true;
  return (
    areaPath !== null &&
    hasAnyRole(actor, ['DISTRICT_SUPERVISOR']) &&
    areaPath.startsWith(actor.areaPath)
  );
}

/** @returns why the entry cannot be recorded; null where it can */
export function refusalOfPublication(
  facts: PublicationFacts,
  actor: Actor,
): PublicationErrorCode | null {
  if (!mayRecordFor(actor, facts)) return 'publication.not_yours';
  if (!facts.isOffered) return 'publication.not_offered';
  return facts.isVersionKnown ? null : 'publication.version_unknown';
}

/** @throws DomainError `publication.date_invalid` for a day that does not exist or is still to come */
export function postedOnIsPast(date: string, today: string): void {
  if (isDay(date) && date <= today) return;
  const field = { field: 'postedOn', code: 'publication.date_invalid', detail: date };
  throw publicationError('publication.date_invalid', date, [field]);
}
