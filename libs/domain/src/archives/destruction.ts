import { hasAnyRole, type Actor } from '../identity/index.js';
import { archiveError } from './errors.js';

/** APPROVED: two have agreed and the worker is at it; DONE: the files are gone, the record stays. */
export const DESTRUCTION_STATES = ['PROPOSED', 'APPROVED', 'REFUSED', 'DONE'] as const;
export type DestructionState = (typeof DESTRUCTION_STATES)[number];

export interface DestructionFacts {
  state: DestructionState;
  proposedById: string;
}

/**
 * R84: what the administrator of a centre has proposed, the district's supervisor approves: two persons, never one
 * in two posts.
 *
 * @throws DomainError `archive.destruction_decided_already`, `archive.same_person`
 */
export function destructionMayBeDecided(facts: DestructionFacts, actor: Actor): void {
  if (facts.state !== 'PROPOSED') throw archiveError('archive.destruction_decided_already');
  if (facts.proposedById === actor.accountId) throw archiveError('archive.same_person');
}

/** Whether somebody could decide on it now. */
export function mayDecideDestruction(facts: DestructionFacts, actor: Actor): boolean {
  return (
    facts.state === 'PROPOSED' &&
    facts.proposedById !== actor.accountId &&
    hasAnyRole(actor, ['DISTRICT_SUPERVISOR'])
  );
}
