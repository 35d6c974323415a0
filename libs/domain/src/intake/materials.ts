import { DomainError } from '../domain-error.js';
import { mayTakeRequests, type Actor } from '../identity/index.js';
import { intakeError } from './errors.js';

interface Receiving {
  state: string;
  takingUnitId: string;
}

/**
 * Materials are handed in at the counter that took the case, until it is accepted (R41, R73).
 *
 * @throws DomainError `intake.materials_not_yours`, `intake.materials_closed`
 */
export function materialsMayBeReceived(kase: Receiving, actor: Actor): void {
  if (actor.unitId !== kase.takingUnitId || !mayTakeRequests(actor)) {
    throw intakeError('intake.materials_not_yours');
  }
  if (kase.state !== 'REGISTERED' && kase.state !== 'SUPPLEMENT_REQUESTED') {
    throw intakeError('intake.materials_closed');
  }
}

/** The same as an answer; the pages draw the checklist by it. */
export function mayReceiveMaterials(kase: Receiving, actor: Actor): boolean {
  try {
    materialsMayBeReceived(kase, actor);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/** Names of required materials that are neither in hand nor uploaded. */
export function missingMaterialsOf(
  materials: readonly { name: string; required: boolean; received: boolean }[],
): string[] {
  return materials
    .filter(({ required, received }) => required && !received)
    .map(({ name }) => name);
}
