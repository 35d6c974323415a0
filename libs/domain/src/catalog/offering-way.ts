import { isDecidedByAuthorisation } from './authorisation.js';
import type { ItemStandard } from './item-standard.js';
import { rulesOfStandard } from './item-shapes.js';
import { readinessOf, type ReadinessCheck, type ReadinessPoint } from './readiness.js';
import { routeOf } from './route.js';

export const SECTION_REASONS = ['NOT_READY', 'NOT_AUTHORISED'] as const;
export type SectionReason = (typeof SECTION_REASONS)[number];

/** Who closes a case of an offering that is taken in now. */
export interface OfferingWay {
  handledBy: 'COUNTER' | 'SECTION';
  /** Why the section steps in; null where the counter may go the whole way. */
  because: SectionReason | null;
  /** What the dedicated network still asks for (R49). */
  openPoints: ReadinessPoint[];
  /** R48: the counter decides in the name of a section. */
  needsAuthorisation: boolean;
}

export interface OfferingFacts {
  checks: readonly ReadinessCheck[];
  /** An authorisation holds on the day. */
  isAuthorised: boolean;
  /** The offering names the section that steps in. */
  hasSection: boolean;
}

/**
 * R48, R49: what the counter would close on the spot goes to the section while the centre is not ready
 * for it or not empowered to. Whoever comes is served; without a section the counter keeps the case, and
 * deciding it is refused until there is an authorisation.
 */
export function wayOfOffering(standard: ItemStandard, facts: OfferingFacts): OfferingWay {
  const stages = routeOf(rulesOfStandard(standard));
  const needsAuthorisation = isDecidedByAuthorisation(standard, stages);
  const { open: openPoints } = readinessOf(standard, facts.checks);
  const isOnTheSpot = stages.some(({ kind }) => kind === 'ON_THE_SPOT');
  const reason =
    openPoints.length > 0
      ? 'NOT_READY'
      : needsAuthorisation && !facts.isAuthorised
        ? 'NOT_AUTHORISED'
        : null;
  const because = isOnTheSpot && facts.hasSection ? reason : null;
  const handledBy = because === null ? 'COUNTER' : 'SECTION';
  return { handledBy, because, openPoints, needsAuthorisation };
}
