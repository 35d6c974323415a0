import type { DeadlineKind } from './kind.js';
import { deadlineError } from './errors.js';
import type { DeadlineState } from './remaining.js';

/** Share of a limit after which the amber light shows; half for the one-day transfer (R54). */
const WARN_SHARES: Partial<Record<DeadlineKind, number>> = { TRANSFER: 0.5, UPLOAD: 0.5 };
const USUAL_WARN_SHARE = 0.8;

export function warnShareOf(kind: DeadlineKind): number {
  return WARN_SHARES[kind] ?? USUAL_WARN_SHARE;
}

/**
 * How a deadline ends when its work ends. What is late is late even if nobody flagged it yet, and
 * a missed deadline stays missed (P2: never missed, never twice).
 *
 * @param wanted MET when the work was done, CANCELLED when it fell away
 */
export function settledStateOf(
  deadline: { state: DeadlineState; dueAt: Date },
  wanted: 'MET' | 'CANCELLED',
  now: Date,
): DeadlineState {
  if (deadline.state === 'MISSED') return 'MISSED';
  const late = deadline.state === 'RUNNING' && now.getTime() >= deadline.dueAt.getTime();
  return late ? 'MISSED' : wanted;
}

/**
 * 行政许可法 §42: what has passed already cannot be extended any more.
 *
 * @throws DomainError `deadline.passed_already`
 */
export function extensionComesInTime(
  deadline: { state: DeadlineState; dueAt: Date },
  now: Date,
): void {
  if (settledStateOf(deadline, 'MET', now) !== 'MISSED') return;
  throw deadlineError('deadline.passed_already', deadline.dueAt.toISOString());
}
