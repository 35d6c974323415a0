import { hasAnyRole, type Actor } from '../identity/index.js';
import { publicationError } from './errors.js';

/** R76: something that a centre promises to everybody who comes (服务承诺). */
export interface ServicePromise {
  title: string;
  text: string;
}

/** The latest version of a centre's promises; a centre that has published none has number 0. */
export interface LatestPromises {
  number: number;
  /** yyyy-MM-dd; null where there is none. */
  effectiveFrom: string | null;
}

/** REPLACED: a later version holds in its place, or will from its own first day on. */
export const PROMISE_STANDINGS = ['COMING', 'IN_FORCE', 'REPLACED'] as const;
export type PromiseStanding = (typeof PROMISE_STANDINGS)[number];

/**
 * @param version `isOvertaken`: a later version begins by the later of its first day and today
 * @param today yyyy-MM-dd
 */
export function standingOfPromises(
  version: { effectiveFrom: string; isOvertaken: boolean },
  today: string,
): PromiseStanding {
  if (version.isOvertaken) return 'REPLACED';
  return version.effectiveFrom > today ? 'COMING' : 'IN_FORCE';
}

/** A promise is the centre's own word: nobody gives it in its name. */
export function mayPublishPromisesOf(actor: Actor, unitId: string): boolean {
  return hasAnyRole(actor, ['CENTRE_ADMINISTRATOR']) && actor.unitId === unitId;
}

/**
 * A new version stands on the latest one: whoever has not seen that must look at it first, and it begins
 * no earlier, so that the later number always holds.
 *
 * @param proposed `replaces`: number of the version that its author saw last, 0 for none
 * @param today yyyy-MM-dd
 * @returns the number of the new version
 * @throws DomainError `publication.promises_changed_meanwhile`, `publication.promises_from_invalid`
 */
export function nextPromisesAfter(
  latest: LatestPromises,
  proposed: { replaces: number; effectiveFrom: string },
  today: string,
): number {
  if (proposed.replaces !== latest.number) {
    throw publicationError('publication.promises_changed_meanwhile', `第 ${latest.number} 版`);
  }
  const { effectiveFrom } = proposed;
  const earliest =
    latest.effectiveFrom && latest.effectiveFrom > today ? latest.effectiveFrom : today;
  if (!isDay(effectiveFrom) || effectiveFrom < earliest) {
    const code = 'publication.promises_from_invalid';
    const detail = `最早 ${earliest}`;
    throw publicationError(code, detail, [{ field: 'effectiveFrom', code, detail }]);
  }
  return latest.number + 1;
}

/** A date that the calendar has. */
export function isDay(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}
