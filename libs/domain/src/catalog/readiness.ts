import type { ItemStandard } from './item-standard.js';

/** R49: what a centre needs to handle an item of a dedicated network (业务专网) by itself. */
export const READINESS_POINTS = {
  TERMINAL: '专网终端',
  ACCOUNT: '业务账号',
  UKEY: 'UKey',
  SEAL: '业务用章',
} as const;
export type ReadinessPoint = keyof typeof READINESS_POINTS;
export const READINESS_LIST = Object.keys(READINESS_POINTS) as ReadinessPoint[];

/** A point that somebody looked at: it is there, or this item does not need it. */
export interface ReadinessCheck {
  point: ReadinessPoint;
  state: 'READY' | 'NOT_NEEDED' | 'NOT_READY';
}

export interface Readiness {
  /** Whether the item is handled on a dedicated network at all. */
  isAsked: boolean;
  /** Points not ready, or never looked at. */
  open: ReadinessPoint[];
  /** R49: until all is ready the section handles it, not the counter. */
  handledBy: 'COUNTER' | 'SECTION';
}

/**
 * R49: whether a centre can go the whole way with an item, or the section must step in. A point nobody
 * has looked at is not ready.
 */
export function readinessOf(
  item: Pick<ItemStandard, 'dedicatedNetwork'>,
  checks: readonly ReadinessCheck[],
): Readiness {
  if (item.dedicatedNetwork === null) return { isAsked: false, open: [], handledBy: 'COUNTER' };
  const open = READINESS_LIST.filter((point) => {
    const its = checks.filter((check) => check.point === point);
    return its.length === 0 || its.some(({ state }) => state === 'NOT_READY');
  });
  return { isAsked: true, open, handledBy: open.length === 0 ? 'COUNTER' : 'SECTION' };
}
