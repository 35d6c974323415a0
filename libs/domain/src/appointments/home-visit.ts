import type { LocalDate } from '../deadlines/index.js';
import { appointmentError } from './errors.js';

/** Why somebody is visited at home (R66). */
export const VISIT_REASONS = ['ELDERLY', 'DISABLED', 'ILL', 'OTHER'] as const;
export type VisitReason = (typeof VISIT_REASONS)[number];

export const HOME_VISIT_STATES = ['REQUESTED', 'ASSIGNED', 'DONE', 'NOT_MET', 'CANCELLED'] as const;
export type HomeVisitState = (typeof HOME_VISIT_STATES)[number];

/** How a visit ended. */
export const VISIT_RESULTS = ['DONE', 'NOT_MET', 'CANCELLED'] as const;
export type VisitResult = (typeof VISIT_RESULTS)[number];

const OPEN: readonly HomeVisitState[] = ['REQUESTED', 'ASSIGNED'];

/** Whether a visit still waits for its result. */
export const isVisitOpen = (state: HomeVisitState): boolean => OPEN.includes(state);

/**
 * @param assigneeUnitId of the person who is to go
 * @throws DomainError `homeVisit.not_open`, `homeVisit.day_past`, `homeVisit.assignee_elsewhere`
 */
export function visitMayBeAssigned(
  visit: { state: HomeVisitState; unitId: string },
  { on, assigneeUnitId }: { on: LocalDate; assigneeUnitId: string | undefined },
  today: LocalDate,
): void {
  if (!isVisitOpen(visit.state)) throw appointmentError('homeVisit.not_open');
  if (on < today) throw appointmentError('homeVisit.day_past');
  if (assigneeUnitId !== visit.unitId) throw appointmentError('homeVisit.assignee_elsewhere');
}

/**
 * A visit that was not arranged can be called off and nothing else.
 *
 * @throws DomainError `homeVisit.not_open`, `homeVisit.not_assigned`
 */
export function visitMayEnd(state: HomeVisitState, result: VisitResult): void {
  if (!isVisitOpen(state)) throw appointmentError('homeVisit.not_open');
  if (state === 'REQUESTED' && result !== 'CANCELLED')
    throw appointmentError('homeVisit.not_assigned');
}

/** A request taken at somebody's home becomes a case. @throws as {@link visitMayEnd} */
export function visitMayBecomeACase(state: HomeVisitState): void {
  visitMayEnd(state, 'DONE');
}
