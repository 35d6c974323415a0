import { hasAnyRole, mayTakeRequests, type Actor } from '../identity/index.js';
import { receptionError } from './errors.js';

/** R63: what a guide post is there for. */
export const CONSULTATION_TYPES = ['COPY', 'FORM_HELP', 'POLICY'] as const;
export type ConsultationType = (typeof CONSULTATION_TYPES)[number];

/** OPEN: somebody's duty. OFFERED: handed over, and still the same one's duty until it is accepted. */
export const CONSULTATION_STATES = ['OPEN', 'OFFERED', 'ANSWERED', 'BECAME_CASE'] as const;
export type ConsultationState = (typeof CONSULTATION_STATES)[number];

export const CONSULTATION_VERBS = [
  'answer',
  'handOver',
  'takeBack',
  'accept',
  'decline',
  'openCase',
] as const;
export type ConsultationVerb = (typeof CONSULTATION_VERBS)[number];

/** To whom a duty is offered: a person of a unit, or whoever of it takes it up. */
export interface ConsultationOffer {
  unitId: string;
  accountId: string | null;
}

export interface ConsultationFacts {
  state: ConsultationState;
  /** The hall in which it was asked. */
  unitId: string;
  /** Whose duty it is now; at first whoever was asked first (R72). */
  holderId: string;
  holderUnitId: string;
  offer: ConsultationOffer | null;
}

export interface ConsultationInput {
  offer?: ConsultationOffer;
  reason?: string | undefined;
}

/** What a verb changes. */
export type ConsultationDecision = Pick<
  ConsultationFacts,
  'state' | 'holderId' | 'holderUnitId' | 'offer'
>;

const CLOSED: readonly ConsultationState[] = ['ANSWERED', 'BECAME_CASE'];

/** R63: who stands at the guide desk or a counter is asked. */
export function mayBeAsked(actor: Pick<Actor, 'roles'>): boolean {
  return hasAnyRole(actor, ['GUIDE']) || mayTakeRequests(actor);
}

/**
 * R72, first-asked responsibility: the duty stays with its holder until somebody else has accepted it.
 *
 * @throws DomainError `consultation.closed`, `.became_case`, `.not_yours`, `.handed_over_already`,
 *   `.handed_to_self`, `.not_offered`, `.reason_missing`
 */
export function decideConsultation(
  facts: ConsultationFacts,
  verb: ConsultationVerb,
  actor: Actor,
  input: ConsultationInput = {},
): ConsultationDecision {
  if (facts.state === 'BECAME_CASE') throw receptionError('consultation.became_case');
  if (verb !== 'openCase' && CLOSED.includes(facts.state))
    throw receptionError('consultation.closed');
  const { holderId, holderUnitId } = facts;
  const unchanged = { state: 'OPEN', holderId, holderUnitId, offer: null } as const;
  switch (verb) {
    case 'answer':
      checkIsHolder(facts, actor);
      checkIsNotOffered(facts);
      return { ...unchanged, state: 'ANSWERED' };
    case 'handOver':
      checkMayHandOver(facts, actor);
      checkIsNotOffered(facts);
      return { ...unchanged, state: 'OFFERED', offer: toSomebodyElse(facts, input.offer) };
    case 'takeBack':
      checkMayHandOver(facts, actor);
      if (facts.state !== 'OFFERED') throw receptionError('consultation.not_offered');
      return unchanged;
    case 'accept':
      checkIsOffered(facts, actor);
      return { ...unchanged, holderId: actor.accountId, holderUnitId: actor.unitId };
    case 'decline':
      checkIsOffered(facts, actor);
      if (!input.reason?.trim()) throw receptionError('consultation.reason_missing');
      return unchanged;
    case 'openCase':
      if (!mayTakeRequests(actor) || actor.unitId !== facts.unitId)
        throw receptionError('consultation.not_yours');
      return { ...unchanged, state: 'BECAME_CASE' };
  }
}

/** What the actor may do now; screens draw their buttons from it. */
export function allowedConsultationVerbs(
  facts: ConsultationFacts,
  actor: Actor,
): ConsultationVerb[] {
  const offer = { unitId: '', accountId: '' };
  return CONSULTATION_VERBS.filter((verb) => {
    try {
      decideConsultation(facts, verb, actor, { offer, reason: 'any' });
      return true;
    } catch {
      return false;
    }
  });
}

const isHolder = (facts: ConsultationFacts, actor: Actor) => facts.holderId === actor.accountId;

function checkIsHolder(facts: ConsultationFacts, actor: Actor): void {
  if (!isHolder(facts, actor)) throw receptionError('consultation.not_yours');
}

/** The administrator of the holder's hall hands over for somebody who is away. */
function checkMayHandOver(facts: ConsultationFacts, actor: Actor): void {
  const manages =
    hasAnyRole(actor, ['CENTRE_ADMINISTRATOR']) && actor.unitId === facts.holderUnitId;
  if (!isHolder(facts, actor) && !manages) throw receptionError('consultation.not_yours');
}

function checkIsNotOffered({ state }: ConsultationFacts): void {
  if (state === 'OFFERED') throw receptionError('consultation.handed_over_already');
}

function checkIsOffered(facts: ConsultationFacts, actor: Actor): void {
  const { offer } = facts;
  const toThem = offer?.accountId === actor.accountId;
  const toTheirUnit = offer?.accountId === null && offer.unitId === actor.unitId;
  if (!toThem && !(toTheirUnit && !isHolder(facts, actor)))
    throw receptionError('consultation.not_offered');
}

function toSomebodyElse(
  { holderId }: ConsultationFacts,
  offer?: ConsultationOffer,
): ConsultationOffer {
  if (!offer || offer.accountId === holderId) throw receptionError('consultation.handed_to_self');
  return offer;
}
