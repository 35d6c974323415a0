import { hasAnyRole, type Actor, type Role } from '../identity/index.js';
import type { CivilDate } from './civil-date.js';
import { catalogError } from './errors.js';

export interface OfferingPeriod {
  startedOn: CivilDate;
  /** The first day on which it is offered no more; null until further notice. */
  endedOn: CivilDate | null;
}

export const OFFERING_STANDINGS = ['NOT_BEGUN', 'OFFERED', 'ENDED'] as const;
export type OfferingStanding = (typeof OFFERING_STANDINGS)[number];

export function offeringStandingOn(
  { startedOn, endedOn }: OfferingPeriod,
  date: CivilDate,
): OfferingStanding {
  if (endedOn !== null && endedOn <= date) return 'ENDED';
  return date < startedOn ? 'NOT_BEGUN' : 'OFFERED';
}

/** R44: a centre's own administrator, and the district's office, say what enters a hall. */
export const OFFERING_MANAGERS: readonly Role[] = ['CENTRE_ADMINISTRATOR', 'DISTRICT_SUPERVISOR'];

/** A hall that offers items. */
export interface Hall {
  kind: string;
  areaPath: string;
}

/** Whether somebody may manage what a hall offers: their own centre and the stations below it. */
export function mayManageOfferings(hall: Hall, actor: Pick<Actor, 'roles' | 'areaPath'>): boolean {
  return hasAnyRole(actor, OFFERING_MANAGERS) && hall.areaPath.startsWith(actor.areaPath);
}

/** @throws DomainError `catalog.hall_unknown` (a unit without counters), `catalog.offering_not_yours` */
export function checkMayManageOfferings(
  hall: Hall,
  actor: Pick<Actor, 'roles' | 'areaPath'>,
): void {
  if (hall.kind !== 'CENTRE' && hall.kind !== 'STATION') throw catalogError('catalog.hall_unknown');
  if (!mayManageOfferings(hall, actor)) throw catalogError('catalog.offering_not_yours');
}

export const OFFERING_VERBS = ['changeLocal', 'checkReadiness', 'withdraw'] as const;
export type OfferingVerb = (typeof OFFERING_VERBS)[number];

/** The verbs that somebody may do on an offering now. */
export function allowedOfferingActions(
  offering: OfferingPeriod & { hall: Hall; asksReadiness: boolean },
  actor: Pick<Actor, 'roles' | 'areaPath'>,
  date: CivilDate,
): OfferingVerb[] {
  const isOver = offeringStandingOn(offering, date) === 'ENDED';
  if (isOver || !mayManageOfferings(offering.hall, actor)) return [];
  return OFFERING_VERBS.filter((verb) => verb !== 'checkReadiness' || offering.asksReadiness);
}
