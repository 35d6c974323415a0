import { mayTakeRequests, type Actor } from '../identity/index.js';
import { intakeError } from './errors.js';

/** What the rules of a tracked case (R70, 全程跟办) look at. */
export interface TrackingFacts {
  state: string;
  takingUnitId: string;
  followerId: string | null;
}

const OVER = ['DELIVERED', 'ARCHIVED', 'REFUSED', 'WITHDRAWN', 'TERMINATED'];

/**
 * The counter that took the case names one of its colleagues.
 *
 * @throws DomainError `intake.tracking_not_yours`, `intake.tracking_over`
 */
export function followerMayBeNamed(facts: TrackingFacts, actor: Actor): void {
  if (actor.unitId !== facts.takingUnitId || !mayTakeRequests(actor))
    throw intakeError('intake.tracking_not_yours');
  if (OVER.includes(facts.state)) throw intakeError('intake.tracking_over');
}

/** @throws DomainError `intake.follower_elsewhere` */
export function followerWorksAtTheHall(facts: TrackingFacts, unitId: string | undefined): void {
  if (unitId !== facts.takingUnitId) throw intakeError('intake.follower_elsewhere');
}

/**
 * One voice speaks to the applicant: the follower's.
 *
 * @throws DomainError `intake.follower_only`
 */
export function progressIsToldByTheFollower(facts: TrackingFacts, actor: Actor): void {
  if (facts.followerId !== actor.accountId) throw intakeError('intake.follower_only');
}
