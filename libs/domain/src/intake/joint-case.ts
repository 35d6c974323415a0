import type { CaseState } from '../workflow/index.js';
import { intakeError } from './errors.js';

/** Where an application for several items stands (R74). */
export const APPLICATION_STATES = [
  'TAKEN_IN',
  'SUPPLEMENT_REQUESTED',
  'IN_PROGRESS',
  'DECIDED',
  'CLOSED',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** More than one family asks for in one go; each is a case of its own. */
export const MOST_ITEMS_OF_APPLICATION = 10;

const BEFORE_ACCEPTANCE: readonly CaseState[] = ['REGISTERED', 'SUPPLEMENT_REQUESTED'];
const OVER: readonly CaseState[] = ['DELIVERED', 'ARCHIVED', 'REFUSED', 'WITHDRAWN', 'TERMINATED'];

/**
 * The state of an application, told from its cases alone: it waits for the applicant as long as one of
 * them does, and has its result when the last one has (R74).
 *
 * @param states at least one
 */
export function applicationStateOf(states: readonly CaseState[]): ApplicationState {
  if (states.includes('SUPPLEMENT_REQUESTED')) return 'SUPPLEMENT_REQUESTED';
  if (states.every((state) => OVER.includes(state))) return 'CLOSED';
  if (states.every((state) => state === 'DECIDED' || OVER.includes(state))) return 'DECIDED';
  const open = states.filter((state) => !OVER.includes(state));
  return open.every((state) => BEFORE_ACCEPTANCE.includes(state)) ? 'TAKEN_IN' : 'IN_PROGRESS';
}

/** The main clock of one case of an application. */
export interface CaseSpan {
  startedAt: Date;
  dueAt: Date;
  /** When it was decided or came to its end; null while it runs. */
  endedAt: Date | null;
}

export interface OverallClock {
  /** When the first of them began. */
  startedAt: Date;
  /** The latest of the due instants. */
  dueAt: Date;
  /** Milliseconds of the longest; the spans run side by side and are never added up. */
  elapsedMs: number;
}

/**
 * The one clock that an applicant is told for several items handled side by side (R74): as long as the
 * longest, not the sum.
 *
 * @param spans of the cases whose time has begun
 * @returns null as long as none has
 */
export function overallClockOf(spans: readonly CaseSpan[], now: Date): OverallClock | null {
  if (spans.length === 0) return null;
  const elapsed = ({ startedAt, endedAt }: CaseSpan) =>
    Math.max(0, (endedAt ?? now).getTime() - startedAt.getTime());
  return {
    startedAt: new Date(Math.min(...spans.map(({ startedAt }) => startedAt.getTime()))),
    dueAt: new Date(Math.max(...spans.map(({ dueAt }) => dueAt.getTime()))),
    elapsedMs: Math.max(...spans.map(elapsed)),
  };
}

/** Two checklists ask for the same material where they call it the same, however it was typed. */
export function materialKeyOf(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
}

/**
 * Positions in a checklist that are in hand, when a material is handed in once for all items of an
 * application (R74).
 *
 * @param received names as any of the checklists has them
 */
export function positionsInHand(
  checklist: readonly { name: string }[],
  received: readonly string[],
): number[] {
  const inHand = new Set(received.map(materialKeyOf));
  return checklist.flatMap(({ name }, position) =>
    inHand.has(materialKeyOf(name)) ? [position] : [],
  );
}

/** @throws DomainError `intake.application_items` for fewer than two, too many, or one twice */
export function itemsMakeAnApplication(itemCodes: readonly string[]): void {
  const isOnce = new Set(itemCodes).size === itemCodes.length;
  if (isOnce && itemCodes.length >= 2 && itemCodes.length <= MOST_ITEMS_OF_APPLICATION) return;
  throw intakeError('intake.application_items');
}
