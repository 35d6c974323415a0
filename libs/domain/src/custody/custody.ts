import { mayTakeRequests, type Actor } from '../identity/index.js';
import type { CaseState } from '../workflow/index.js';
import { custodyError } from './errors.js';

export const ORIGINAL_STATES = ['HELD', 'IN_TRANSIT', 'RETURNED', 'ARCHIVED'] as const;
/** Where a paper original is; in transit it is still answered for by whoever handed it over (R85). */
export type OriginalState = (typeof ORIGINAL_STATES)[number];

export const HANDOVER_KINDS = ['TAKEN', 'HANDED_OVER', 'RETURNED', 'ARCHIVED'] as const;
export type HandoverKind = (typeof HANDOVER_KINDS)[number];

export interface OriginalFacts {
  position: number;
  state: OriginalState;
  /** Who answers for it. */
  unitId: string;
}

export interface CustodyCase {
  takingUnitId: string;
  state: CaseState;
  /** Units that work on the case, the one that took it among them. */
  unitIds: readonly string[];
}

/** No more is done with the case but keeping it. */
const CLOSED: readonly CaseState[] = [
  'DECIDED',
  'DELIVERED',
  'ARCHIVED',
  'REFUSED',
  'WITHDRAWN',
  'TERMINATED',
];

const isInHand = ({ state }: Pick<OriginalFacts, 'state'>): boolean =>
  state === 'HELD' || state === 'IN_TRANSIT';

/** R57, R85: what an applicant hands in or gets back goes over the counter that took the case. */
export function isTakingCounter(kase: Pick<CustodyCase, 'takingUnitId'>, actor: Actor): boolean {
  return actor.unitId === kase.takingUnitId && mayTakeRequests(actor);
}

/** Lines of the checklist whose original may be taken: none that is in somebody's hands already. */
export function takeableLines<T extends { position: number; originals: number }>(
  lines: readonly T[],
  held: readonly OriginalFacts[],
): T[] {
  const taken = new Set(held.filter(isInHand).map(({ position }) => position));
  return lines.filter(({ position, originals }) => originals > 0 && !taken.has(position));
}

/** @throws DomainError `custody.counter_only`, `custody.nothing_to_take`, `custody.taken_already` */
export function originalsMayBeTaken(
  kase: CustodyCase,
  lines: readonly { position: number; originals: number }[],
  held: readonly OriginalFacts[],
  positions: readonly number[],
  actor: Actor,
): void {
  if (!isTakingCounter(kase, actor)) throw custodyError('custody.counter_only');
  const known = new Set(lines.filter(({ originals }) => originals > 0).map((one) => one.position));
  if (positions.length === 0 || positions.some((position) => !known.has(position))) {
    throw custodyError('custody.nothing_to_take');
  }
  const free = new Set(takeableLines(lines, held).map(({ position }) => position));
  if (positions.some((position) => !free.has(position))) {
    throw custodyError('custody.taken_already');
  }
}

/** An original is in one place at a time: only whoever has it in hand passes it on. */
export function originalsAreInHand(
  originals: readonly OriginalFacts[],
  wanted: number,
  actor: Actor,
): void {
  const mine = originals.filter(({ state, unitId }) => state === 'HELD' && unitId === actor.unitId);
  if (wanted === 0 || mine.length !== wanted) throw custodyError('custody.not_in_hand');
}

/** @throws DomainError `custody.not_in_hand`, `custody.receiver_unknown` */
export function originalsMayBeHandedOver(
  kase: CustodyCase,
  originals: readonly OriginalFacts[],
  wanted: { count: number; toUnitId: string },
  actor: Actor,
): void {
  originalsAreInHand(originals, wanted.count, actor);
  if (wanted.toUnitId === actor.unitId || !kase.unitIds.includes(wanted.toUnitId)) {
    throw custodyError('custody.receiver_unknown');
  }
}

/** @throws DomainError `custody.not_the_receiver`, `custody.handover_answered` */
export function handoverMayBeAnswered(
  handover: { toUnitId: string | null; isAnswered: boolean },
  actor: Actor,
): void {
  if (handover.toUnitId !== actor.unitId) throw custodyError('custody.not_the_receiver');
  if (handover.isAnswered) throw custodyError('custody.handover_answered');
}

/**
 * The end of the chain: back to the applicant over the counter, or into the archive of whoever holds it.
 *
 * @throws DomainError `custody.counter_only`, `custody.not_in_hand`, `custody.case_is_open`
 */
export function custodyMayEnd(
  kind: 'RETURNED' | 'ARCHIVED',
  kase: CustodyCase,
  originals: readonly OriginalFacts[],
  wanted: number,
  actor: Actor,
): void {
  if (kind === 'RETURNED' && !isTakingCounter(kase, actor)) {
    throw custodyError('custody.counter_only');
  }
  originalsAreInHand(originals, wanted, actor);
  if (kind === 'ARCHIVED' && !CLOSED.includes(kase.state)) {
    throw custodyError('custody.case_is_open');
  }
}

export type CustodyAction = 'handOver' | 'giveBack' | 'archive';

/** What this person may do with an original now. */
export function custodyActions(
  kase: CustodyCase,
  original: OriginalFacts,
  actor: Actor,
): CustodyAction[] {
  if (original.state !== 'HELD' || original.unitId !== actor.unitId) return [];
  const actions: CustodyAction[] = [];
  if (kase.unitIds.some((id) => id !== actor.unitId)) actions.push('handOver');
  if (isTakingCounter(kase, actor)) actions.push('giveBack');
  if (CLOSED.includes(kase.state)) actions.push('archive');
  return actions;
}
