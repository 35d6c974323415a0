import { mayTakeRequests } from '../identity/index.js';
import type { Actor } from '../identity/index.js';
import { intakeError } from './errors.js';

/** Materials are handed in at the counter that took the case, until it is accepted (R41, R73). */
export function materialsMayBeReceived(
  kase: { state: string; takingUnitId: string },
  actor: Actor,
): void {
  if (actor.unitId !== kase.takingUnitId || !mayTakeRequests(actor)) {
    throw intakeError('intake.materials_not_yours');
  }
  if (kase.state !== 'REGISTERED' && kase.state !== 'SUPPLEMENT_REQUESTED') {
    throw intakeError('intake.materials_closed');
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
