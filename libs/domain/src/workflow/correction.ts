import { mayTakeRequests, type Actor } from '../identity/index.js';
import { workflowError } from './errors.js';
import type { CaseState } from './states.js';

/** A case that somebody wants to put right. */
export interface CorrectedCase {
  state: CaseState;
  takingUnitId: string;
  /** Another case puts it right already. */
  corrected: boolean;
}

const CLOSED: readonly CaseState[] = [
  'DELIVERED',
  'ARCHIVED',
  'REFUSED',
  'WITHDRAWN',
  'TERMINATED',
];

/**
 * A closed case stays closed: what was wrong is put right by a new case that refers to it (design §3),
 * once, at the counter that took it. What is wrong with the new one is put right by the next.
 *
 * @throws DomainError `case.not_yours`, `case.not_closed`, `case.corrected_already`
 */
export function correctionIsInPlace(corrected: CorrectedCase, actor: Actor): void {
  if (actor.unitId !== corrected.takingUnitId || !mayTakeRequests(actor))
    throw workflowError('case.not_yours');
  if (!CLOSED.includes(corrected.state)) throw workflowError('case.not_closed');
  if (corrected.corrected) throw workflowError('case.corrected_already');
}

/** Whether the correction is offered. */
export function mayCorrect(corrected: CorrectedCase, actor: Actor): boolean {
  const isOwn = actor.unitId === corrected.takingUnitId && mayTakeRequests(actor);
  return isOwn && CLOSED.includes(corrected.state) && !corrected.corrected;
}
