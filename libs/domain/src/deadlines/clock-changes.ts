import type { DeadlineKind } from './kind.js';
import type { Limit } from './limit.js';

/** A clock that begins to run. */
export interface ClockStart {
  kind: DeadlineKind;
  limit: Limit;
  /** The unit whose delay it would be (R60). */
  ownerUnitId: string;
}

/** What becomes of the clocks of one subject. */
export interface ClockChanges {
  start: ClockStart[];
  stop: readonly DeadlineKind[] | 'ALL';
  /** How the stopped ones end when they are not late. */
  stopAs: 'MET' | 'CANCELLED';
  pause: boolean;
  resume: boolean;
  /** The whole-case clocks follow the unit that holds the case, so that a delay is its own (D2, R60). */
  holderUnitId: string;
}
