import { COUNTER_ROLES, hasAnyRole, type Actor } from '../identity/index.js';
import type { Limit } from '../deadlines/index.js';
import { filingError } from './errors.js';

/** QUERIED: the centre owes an answer, and a delay is its own (R60). */
export const FILING_STATES = ['SENT', 'QUERIED', 'ACKNOWLEDGED'] as const;
export type FilingState = (typeof FILING_STATES)[number];

export const FILING_VERBS = ['acknowledge', 'ask', 'answer'] as const;
export type FilingVerb = (typeof FILING_VERBS)[number];

/** Within which a section acknowledges what it was sent (R51). */
export const FILING_LIMIT: Limit = { amount: 2, unit: 'WORKING_DAY' };

export interface FilingFacts {
  state: FilingState;
  centreUnitId: string;
  sectionUnitId: string;
  /** Questions that nobody has answered. */
  openQueries: number;
}

const SECTION_ROLES = ['SECTION_HANDLER', 'SECTION_HEAD'] as const;

/** The section acknowledges and asks, the centre answers. */
function isInHandsOf(actor: Actor, verb: FilingVerb, facts: FilingFacts): boolean {
  return verb === 'answer'
    ? actor.unitId === facts.centreUnitId && hasAnyRole(actor, COUNTER_ROLES)
    : actor.unitId === facts.sectionUnitId && hasAnyRole(actor, SECTION_ROLES);
}

/**
 * What becomes of a filing with a verb (R51). The unit that has to act next holds its clock.
 *
 * @param rowQueries open questions about the row that is asked or answered about
 * @throws DomainError `filing.not_yours`, `filing.acknowledged_already`, `filing.query_open`,
 *   `filing.query_open_already`, `filing.nothing_asked`
 */
export function decideFiling(
  facts: FilingFacts,
  verb: FilingVerb,
  actor: Actor,
  rowQueries = 0,
): { to: FilingState; holderUnitId: string } {
  if (!isInHandsOf(actor, verb, facts)) throw filingError('filing.not_yours');
  if (facts.state === 'ACKNOWLEDGED') throw filingError('filing.acknowledged_already');
  if (verb === 'acknowledge') {
    if (facts.openQueries > 0) throw filingError('filing.query_open');
    return { to: 'ACKNOWLEDGED', holderUnitId: facts.sectionUnitId };
  }
  if (verb === 'ask') {
    if (rowQueries > 0) throw filingError('filing.query_open_already');
    return { to: 'QUERIED', holderUnitId: facts.centreUnitId };
  }
  if (rowQueries === 0) throw filingError('filing.nothing_asked');
  return facts.openQueries > 1
    ? { to: 'QUERIED', holderUnitId: facts.centreUnitId }
    : { to: 'SENT', holderUnitId: facts.sectionUnitId };
}

/** What a person may do with a filing as it stands. */
export function filingActions(facts: FilingFacts, actor: Actor): FilingVerb[] {
  if (facts.state === 'ACKNOWLEDGED') return [];
  return FILING_VERBS.filter(
    (verb) =>
      isInHandsOf(actor, verb, facts) &&
      (verb === 'acknowledge' ? facts.openQueries === 0 : verb === 'ask' || facts.openQueries > 0),
  );
}
