import { permissionOf, type Action } from './permissions.js';
import { isAdministrator, type Actor } from './roles.js';

/**
 * `NONE` not used; `NEEDED` to be set up before anything else; `ASKED` set up, and its code is still to
 * be given in this session; `ON` set up and given.
 */
export const SECOND_FACTOR_STATES = ['NONE', 'NEEDED', 'ASKED', 'ON'] as const;
export type SecondFactorState = (typeof SECOND_FACTOR_STATES)[number];

/** The three administrators prove themselves twice (等保 2.0 三级 身份鉴别: 两种或两种以上组合). */
export function secondFactorOf(
  actor: Pick<Actor, 'roles'>,
  { enrolled, proven }: { enrolled: boolean; proven: boolean },
): SecondFactorState {
  if (enrolled) return proven ? 'ON' : 'ASKED';
  return isAdministrator(actor) && !proven ? 'NEEDED' : 'NONE';
}

/** Whoever is obliged to use a second factor cannot drop it; another administrator resets it. */
export function mayDropSecondFactor(actor: Pick<Actor, 'roles'>): boolean {
  return !isAdministrator(actor);
}

/** A session as far as it decides what may be done in it. */
export interface SessionStanding {
  mustChangePassword: boolean;
  secondFactor: SecondFactorState;
}

/**
 * What the person has to do first, where the action waits for it.
 *
 * @returns the code of the refusal, or undefined where nothing stands before the action
 */
export function whatComesBefore(action: Action, session: SessionStanding) {
  if (permissionOf(action).beforeSecondFactor) return undefined;
  if (session.mustChangePassword) return 'identity.password_change_needed' as const;
  if (session.secondFactor === 'NEEDED') return 'identity.second_factor_needed' as const;
  if (session.secondFactor === 'ASKED') return 'identity.second_factor_code_needed' as const;
  return undefined;
}

/** A code that somebody looked at over a shoulder is worth nothing: it is good once (RFC 6238 §5.2). */
export function codeIsGoodOnce(step: number, lastStep: number | null): boolean {
  return lastStep === null || step > lastStep;
}
