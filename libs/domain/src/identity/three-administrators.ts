import { ADMINISTRATOR_ROLES, type Role } from './roles.js';

/** A role and the time for which somebody holds it. */
export interface RolePeriod {
  role: Role;
  validFrom: Date;
  /** The first instant at which it no longer holds; null for no end. */
  validUntil: Date | null;
}

/**
 * The system, the security and the audit administrator are three people, and none of them does other
 * work (等保 2.0 三权分立): whoever may grant a right neither uses it nor erases what was recorded of it.
 *
 * @param held what the account holds, or will
 * @param wanted what it is to hold as well
 * @returns whether it may
 */
export function threeAdministratorsStayApart(
  held: readonly RolePeriod[],
  wanted: RolePeriod,
): boolean {
  return held.every(
    (one) =>
      one.role === wanted.role ||
      !overlap(one, wanted) ||
      (!ADMINISTRATOR_ROLES.includes(one.role) && !ADMINISTRATOR_ROLES.includes(wanted.role)),
  );
}

/** Whether the account holds this very role already at some time of the wanted period. */
export function roleIsHeldAlready(held: readonly RolePeriod[], wanted: RolePeriod): boolean {
  return held.some((one) => one.role === wanted.role && overlap(one, wanted));
}

/** The periods have an instant in common; one that ends when the other begins has none. */
function overlap(one: RolePeriod, other: RolePeriod): boolean {
  const endsAfter = (end: Date | null, begin: Date) => end === null || end > begin;
  return endsAfter(one.validUntil, other.validFrom) && endsAfter(other.validUntil, one.validFrom);
}

/** Nobody grants to themselves, or frees themselves of what holds for all (等保 2.0 三权分立). */
export function nobodyAdministersThemselves(
  actor: { accountId: string },
  accountId: string,
): boolean {
  return actor.accountId !== accountId;
}
