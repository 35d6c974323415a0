import type { DeadlineKind } from './kind.js';
import type { Limit } from './limit.js';

/** A clock that begins to run. */
export interface ClockStart {
  kind: DeadlineKind;
  limit: Limit;
  /** The unit whose delay it would be (R60). */
  ownerUnitId: string;
  /** Where several clocks of a kind run side by side, which one it is; it stays with its owner (R74). */
  part?: number;
  /** When it counts from an instant that has passed (行政许可法 §32: from the day of receipt). */
  startedAt?: Date;
}

/** What becomes of the clocks of one subject. */
export interface ClockChanges {
  start: ClockStart[];
  stop: readonly DeadlineKind[] | 'ALL';
  /** How the stopped ones end when they are not late. */
  stopAs: 'MET' | 'CANCELLED';
  pause: boolean;
  resume: boolean;
  /** Of the clocks that run side by side, only this part is meant by `stop` and `extend`. */
  part?: number;
  /** 行政许可法 §42: more time for these kinds, in the unit of each limit. */
  extend?: { kinds: readonly DeadlineKind[]; by: number };
  /** The whole-case clocks follow the unit that holds the case, so that a delay is its own (D2, R60). */
  holderUnitId: string;
}
